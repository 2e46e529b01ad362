// What the references do after parsing: sum per customer, then 80/95. The least that gives classes.

/** `12.345,67` as cents. */
function centsFrom(text) {
  return Math.round(Number(text.replaceAll(".", "").replace(",", ".")) * 100);
}

function addRow(sums, key, amount) {
  sums.set(key, (sums.get(key) ?? 0) + centsFrom(amount));
}

/** How many customers are A, B and C. */
function classCounts(sums) {
  const revenues = [...sums.values()].sort((a, b) => b - a);
  const total = revenues.reduce((sum, cents) => sum + cents, 0);
  const counts = { a: 0, b: 0, c: 0 };
  let before = 0;
  for (const cents of revenues) {
    counts[before < total * 0.8 ? "a" : before < total * 0.95 ? "b" : "c"] += 1;
    before += cents;
  }
  return counts;
}
