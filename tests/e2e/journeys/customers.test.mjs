// The Customers screen: rated by keyboard, explained, adjusted.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { openApp } from "../lib/app.mjs";

async function openSample(t, options) {
  const app = await openApp(t, options);
  await app.page.getByRole("button", { name: "Bekijk voorbeeld" }).click();
  await app.classified(60);
  return app;
}

/** A list of names and revenue, as long as asked. */
async function openList(t, nCustomers) {
  const app = await openApp(t);
  const row = (_, n) => `Klant ${n};${1_000 + ((n * 7_919) % 90_000)}`;
  const content = ["Klant;Omzet", ...Array.from({ length: nCustomers }, row)].join("\r\n");
  await app.drop({ name: "lang.csv", content });
  await app.classified(nCustomers);
  return app;
}

/** Searches for one customer and puts the focus on the first cell of its row. */
async function focusRow(page, name) {
  await page.getByRole("searchbox", { name: "Zoek een klant" }).fill(name);
  const row = page.locator("tr[data-line]", { hasText: name });
  await row.waitFor();
  await row.locator('[data-column="0"]').focus();
  return row;
}

test("the opening sentence, the three warnings and 60 customers are there", async (t) => {
  const { page } = await openSample(t);
  const heading = page.getByRole("heading", { level: 1 });
  assert.match(
    await heading.innerText(),
    /15 van je 58 klanten zijn A; zij brengen 64% van de winst/,
  );
  assert.match(await heading.innerText(), /7 klanten.*€\s11\.248/s);
  for (const warning of ["Groot, niet de beste", "Vraagt veel aandacht", "Leuk, niet de beste"]) {
    await page.getByText(warning).first().waitFor();
  }
  assert.equal(await page.getByRole("img", { name: /^Walviscurve/ }).count(), 1);
});

test("a customer is rated by keyboard, and undo takes it back", async (t) => {
  const { page } = await openSample(t);
  const row = await focusRow(page, "Meubelhuis De Drie Linden");
  for (let i = 0; i < 6; i++) await page.keyboard.press("ArrowRight");
  await page.keyboard.press("4");
  const rating = row.locator('[data-column="6"] select');
  assert.equal(await rating.inputValue(), "4");
  await page.keyboard.press("Delete");
  assert.equal(await rating.inputValue(), "");
  await page.keyboard.press("Control+z");
  assert.equal(await rating.inputValue(), "4");
  await page.keyboard.press("Control+z");
  assert.equal(await rating.inputValue(), "");
});

test("Enter explains a customer, Escape closes the explanation", async (t) => {
  const { page } = await openSample(t);
  await focusRow(page, "Meubelhuis De Drie Linden");
  await page.keyboard.press("Enter");
  const panel = page.getByRole("heading", { name: "Meubelhuis De Drie Linden" });
  await panel.waitFor();
  await page
    .getByText(/90,5 hersteluren/)
    .first()
    .waitFor();
  await page.keyboard.press("Escape");
  await panel.waitFor({ state: "detached" });
});

test("closing the explanation gives the focus back to its row", async (t) => {
  const { page } = await openSample(t);
  await page.getByText("Meubelhuis De Drie Linden", { exact: true }).last().click();
  const panel = page.getByRole("heading", { name: "Meubelhuis De Drie Linden" });
  await panel.waitFor();
  await page.getByRole("button", { name: "Volgende klant" }).click();
  await page.getByRole("button", { name: "Sluit uitleg" }).click();
  await panel.waitFor({ state: "detached" });
  await page.locator("tr[data-line] :focus, table[role=grid]:focus").waitFor();
  await page.getByRole("link", { name: "Ideale klant", exact: true }).click();
  await page.waitForURL(/#ideal$/);
});

test("leaving the screen with the focus in the grid is no trouble", async (t) => {
  const { page } = await openSample(t);
  await focusRow(page, "Bouwmarkt De Schakel");
  await page.evaluate(() => (location.hash = "#ideal"));
  await page.getByRole("button", { name: "Bewerken" }).waitFor();
});

test("a lower cut shows at once who changes class, and the way back", async (t) => {
  const { page } = await openSample(t);
  await page.getByRole("button", { name: "Gewichten en grenzen" }).click();
  const cut = page.getByRole("slider", { name: "Drempel" });
  for (let i = 0; i < 5; i++) {
    await cut.focus();
    await page.keyboard.press("ArrowLeft");
  }
  await page
    .getByText(/klant(en)? wisselen|wisselt/)
    .first()
    .waitFor();
});

test("how sure the classes are is counted, and the shaky ones are a press away", async (t) => {
  const { page } = await openSample(t);
  const counts = page.getByText(/^\d+ klassen: \d+ stevig/);
  await counts.waitFor();
  await page.getByText(/voorlopig, 2 zonder klasse: waar dit op rust/).click();
  const ground = page.getByRole("group").getByText(/85 wegingen dicht bij de jouwe en 1\.000 keer/);
  await ground.waitFor();
  const shaky = page.getByRole("button", { name: /^\d+ wankel$/ });
  const n = Number.parseInt(await shaky.innerText(), 10);
  await shaky.click();
  const words = page.locator("tr[data-line]:not(.grid__group) .mark--weak");
  await words.first().waitFor();
  assert.equal(await words.count(), n);
  assert.equal(await words.first().innerText(), "wankel");
});

test("one press answers a question that decides a class, another takes it back", async (t) => {
  const { page } = await openSample(t);
  const heading = page.getByRole("heading", {
    name: /antwoord(en)? (kan|kunnen) (een|\d) klassen? veranderen/,
  });
  await heading.waitFor();
  const before = await heading.innerText();
  const asked = page.locator(".asks > div");
  const name = await asked.first().locator(".name-link").innerText();
  await asked
    .first()
    .getByRole("button", { name: /wordt C$/ })
    .last()
    .click();
  await page.getByText(`${name}:`, { exact: false }).last().waitFor();
  const row = await focusRow(page, name);
  await row.getByRole("img", { name: /^C/ }).waitFor();
  const back = page.getByRole("button", { name: "Neem terug" });
  await back.click();
  await row.getByRole("img", { name: /^B/ }).waitFor();
  assert.equal(await heading.innerText(), before);
});

test("the explanation says in how many weightings and runs a class stays", async (t) => {
  const { page } = await openSample(t);
  await focusRow(page, "Meubelhuis De Drie Linden");
  await page.keyboard.press("Enter");
  const panel = page.getByRole("complementary", { name: "Meubelhuis De Drie Linden" });
  await panel
    .getByText(/C in alle 85 wegingen dicht bij de jouwe en in alle 1\.000 doorrekeningen/)
    .waitFor();
  await panel
    .getByText(/De winst ligt meestal tussen .*; de grens, bij deze omzet .*, ligt erboven/)
    .waitFor();
});

test("a customer is marked as never satisfied, and the mark is wiped", async (t) => {
  const { page } = await openSample(t);
  const row = await focusRow(page, "Haven Verpakking");
  await page.keyboard.press("Enter");
  const mark = page.getByRole("checkbox", { name: "Nooit tevreden" });
  await page.getByText(/Kan een persoonsgegeven zijn/).waitFor();
  await mark.check();
  await page.getByRole("button", { name: "Sluit uitleg" }).click();
  await row.getByText("nooit tevreden").waitFor();
  await row.click();
  await mark.uncheck();
  await row.getByText("nooit tevreden").waitFor({ state: "detached" });
});

test("a class by hand is asked again when the rules come to another one", async (t) => {
  const { page } = await openSample(t);
  const row = await focusRow(page, "Slagerij Oonk");
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "Andere klasse…" }).click();
  await page.getByRole("combobox", { name: "Waarom" }).selectOption({ label: "strategisch" });
  await page.getByRole("button", { name: "Zet op A" }).click();
  await page.getByText(/Op A gezet en niet berekend: strategisch/).waitFor();
  await page.getByRole("button", { name: "Gewichten en grenzen" }).click();
  const least = page.getByRole("textbox", { name: "Minste winst" });
  await least.fill("5000");
  await least.press("Tab");
  await row.click();
  await page.getByText("Berekend was toen B, nu C. Blijf je erbij?").waitFor();
  await page.getByRole("button", { name: "Ja, houd A" }).click();
  await page.getByText(/Blijf je erbij/).waitFor({ state: "detached" });
});

test("several customers are picked by mouse, added up and rated together", async (t) => {
  const { page } = await openSample(t);
  const row = (name) => page.locator("tr[data-line]", { hasText: name });
  const bar = page.getByRole("region", { name: "Kies meerdere klanten" });
  await page.getByRole("button", { name: "Kies meerdere klanten" }).click();
  await bar.getByText("Klik de klanten aan die je samen wilt zien.").waitFor();
  await row("Zorggroep Rijnstede").click();
  await row("Hoekstra Advocaten").click();
  // What the rows say, added up: 77.446,55 + 30.467,61; 26.045,13 + 14.257,84; 116,5 + 53.
  await bar
    .getByText("2 klanten: omzet € 107.914, winst € 40.303 (geschat), uren 169,5 (geschat)")
    .waitFor();
  assert.equal(await page.getByRole("button", { name: "Sluit uitleg" }).count(), 0);

  const potential = bar.getByRole("combobox", { name: "Potentie van 2 klanten" });
  assert.equal(await potential.inputValue(), "4");
  await potential.selectOption("5");
  const ratings = () =>
    Promise.all(
      ["Zorggroep Rijnstede", "Hoekstra Advocaten"].map((name) =>
        row(name)
          .getByRole("combobox", { name: /^Potentie/ })
          .inputValue(),
      ),
    );
  assert.deepEqual(await ratings(), ["5", "5"]);
  await page.keyboard.press("Control+z");
  assert.deepEqual(await ratings(), ["4", "4"]);

  await bar.getByRole("button", { name: "Klaar" }).click();
  await bar.waitFor({ state: "detached" });
  await row("Hoekstra Advocaten").click();
  await page.getByRole("button", { name: "Sluit uitleg" }).waitFor();
});

test("the list goes along as a file: what is shown, or who is picked", async (t) => {
  const app = await openSample(t);
  const { page } = app;
  const file = () => app.download(() => page.getByRole("button", { name: "Download" }).click());
  const all = await file();
  assert.equal(all.name, "kernklant-klanten.csv");
  const lines = all.text.replace("\uFEFF", "").trimEnd().split("\r\n");
  assert.equal(lines.length, 61);
  assert.match(lines[0], /^"Klasse";"Klant";"Omzet";.*;"Let op"$/);
  assert.match(lines[1], /^"A";"Zorggroep Rijnstede";77\.446,55;/);
  assert.ok(lines.some((line) => /^"C";.*;-\d/.test(line)));

  await page.locator("tr[data-line]", { hasText: "Hoekstra" }).click({ modifiers: ["Control"] });
  const one = await file();
  assert.deepEqual(one.text.trimEnd().split("\r\n").length, 2);
  assert.match(one.text, /Hoekstra Advocaten/);
});

test("several customers are picked by keyboard", async (t) => {
  const { page } = await openSample(t);
  const bar = page.getByRole("region", { name: "Kies meerdere klanten" });
  const picked = page.locator('tr[data-line][aria-selected="true"]');
  await page.locator('tr[data-row="2"] [data-column="0"]').focus();
  await page.keyboard.press("Shift+ArrowDown");
  await page.keyboard.press("Shift+ArrowDown");
  await bar.getByText(/^3 klanten: omzet/).waitFor();
  await page.keyboard.press("Shift+ArrowUp");
  await bar.getByText(/^2 klanten: omzet/).waitFor();
  assert.equal(await picked.count(), 2);
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Space");
  await bar.getByText(/^3 klanten: omzet/).waitFor();
  await page.keyboard.press("Control+a");
  await bar.getByText(/^60 klanten: omzet €\s719\.833/).waitFor();
  await page.keyboard.press("Escape");
  await bar.waitFor({ state: "detached" });
  assert.equal(await picked.count(), 0);

  // Of the rows that are shown, not of those that a filter leaves out.
  await page.getByRole("button", { name: /^C 14$/ }).click();
  await page.locator('tr[data-row="2"] [data-column="0"]').focus();
  await page.keyboard.press("Control+a");
  await bar.getByText(/^14 klanten: omzet/).waitFor();
});

test("an order of the four criteria gives their weights", async (t) => {
  const { page } = await openSample(t);
  await page.getByRole("button", { name: "Gewichten en grenzen" }).click();
  await page.getByText("Zet de vier op volgorde").click();
  const places = page.locator(".weighing > li");
  assert.deepEqual(await places.allInnerTexts(), [
    "Omvang\n52%",
    "Winst\n27%",
    "Potentie\n15%",
    "Relatie\n6%",
  ]);
  // The focus goes along with what moves, to the button that can still do something.
  await page.getByRole("button", { name: "Winst omhoog" }).focus();
  await page.keyboard.press("Enter");
  assert.deepEqual(await places.allInnerTexts(), [
    "Winst\n52%",
    "Omvang\n27%",
    "Potentie\n15%",
    "Relatie\n6%",
  ]);
  const focused = () => page.evaluate(() => document.activeElement.ariaLabel);
  assert.equal(await focused(), "Winst omlaag");
  await page.getByRole("button", { name: "Relatie omhoog" }).focus();
  await page.keyboard.press("Enter");
  assert.equal(await focused(), "Relatie omhoog");
  await page.getByRole("button", { name: "Relatie omlaag" }).click();
  await page.getByRole("button", { name: "Neem deze weging over" }).click();
  const weight = page.getByRole("slider", { name: "Winst" });
  assert.match(await weight.getAttribute("aria-valuetext"), /^52/);
});

test("answers that contradict each other give no weights", async (t) => {
  const { page } = await openSample(t);
  await page.getByRole("button", { name: "Gewichten en grenzen" }).click();
  await page.getByText("Vergelijk ze twee aan twee").click();
  const choose = (question, answer) =>
    page.getByRole("combobox", { name: question }).selectOption({ label: answer });
  await choose("omvang of winst", "omvang veel meer");
  await choose("winst of potentie", "winst veel meer");
  await choose("omvang of potentie", "potentie veel meer");
  await page.getByText(/Je antwoorden spreken elkaar tegen/).waitFor();
});

test("a chart is saved as SVG and as PNG with its finding and its colors", async (t) => {
  const { page } = await openSample(t);
  const figure = page.locator("figure", { has: page.getByRole("img", { name: /^Walviscurve/ }) });
  const save = async (name) => {
    const download = page.waitForEvent("download");
    await figure.getByRole("button", { name }).press("Enter");
    const file = await download;
    return { name: file.suggestedFilename(), bytes: readFileSync(await file.path()) };
  };
  const svg = await save("Bewaar de grafiek als SVG");
  assert.match(svg.name, /^na-51-klanten.*\.svg$/);
  const text = svg.bytes.toString();
  assert.match(text, /Na 51 klanten zit je op de top/);
  assert.match(text, /font-family="[^"]*Source Serif 4/);
  assert.doesNotMatch(text, /var\(|class=/);
  const png = await save("Bewaar de grafiek als PNG");
  assert.match(png.name, /\.png$/);
  assert.equal(png.bytes.subarray(1, 4).toString(), "PNG");
  // Twice as wide as the page shows it, with a margin.
  const width = (await figure.locator("svg").first().boundingBox()).width;
  assert.ok(png.bytes.readUInt32BE(16) >= 2 * Math.floor(width));
});

test("a picture opens, is walked along by keyboard, and leads to the explanation", async (t) => {
  const { page } = await openSample(t);
  await page.getByRole("button", { name: "Omzet verdeeld" }).click();
  await page.getByRole("img", { name: /^Opgetelde omzet van 58 klanten/ }).waitFor();
  await page.getByRole("button", { name: "Hoogste en laagste" }).click();
  await page.getByRole("heading", { name: "De 5 met de minste winst" }).waitFor();
  await page.getByRole("button", { name: "Winst en aandacht" }).click();
  await page.getByText(/^De helft van je uren gaat naar/).waitFor();
  const walk = page.getByRole("slider", { name: /^Loop met de pijltjes langs de klanten/ });
  await walk.press("End");
  const last = await walk.getAttribute("aria-valuetext");
  assert.match(last, /^Bouwbedrijf Groothuis: C, €\s5.907 verlies, 126 uur$/);
  await walk.press("ArrowLeft");
  assert.notEqual(await walk.getAttribute("aria-valuetext"), last);
  await walk.press("ArrowRight");
  await walk.press("Enter");
  await page.getByRole("complementary", { name: "Bouwbedrijf Groothuis" }).waitFor();
  await page.getByRole("button", { name: "Winst en aandacht" }).click();
  await walk.waitFor({ state: "detached" });
});

test("certainty sorts from the least sure on", async (t) => {
  const { page } = await openSample(t);
  await page.getByText(/^\d+ klassen: \d+ stevig/).waitFor();
  await page.getByRole("button", { name: "Zeker", exact: true }).click();
  const words = page.locator('tr[data-line]:not(.grid__group) [data-column="8"]');
  await words.filter({ hasText: "wankel" }).first().waitFor();
  const shown = await words.allInnerTexts();
  const places = ["wankel", "redelijk", "stevig"].map((word) => shown.indexOf(word));
  assert.ok(0 < places[0] && places[0] < places[1] && places[1] < places[2], shown.join());
});

test("the grid filters and sorts", async (t) => {
  const { page } = await openSample(t);
  await page.getByRole("button", { name: /^C 14$/ }).click();
  await page.getByRole("button", { name: "Omzet", exact: true }).click();
  const sorted = page.locator("th[aria-sort]");
  assert.equal(await sorted.count(), 1);
  assert.match(await sorted.innerText(), /Omzet/);
});

test("English is complete: no Dutch word is left on the screen", async (t) => {
  const { page } = await openSample(t);
  await page.getByRole("button", { name: "NL, Nederlands. Switch to English" }).click();
  await page.getByRole("heading", { level: 1, name: /15 of your 58 customers are A/ }).waitFor();
  for (const place of ["Ideal customer", "Data", "Customers"]) {
    await page.getByRole("link", { name: place, exact: true }).click();
    await page.getByRole("heading", { level: 1 }).waitFor();
    const text = await page.locator("main").innerText();
    const dutch = text.match(/\b(klanten|omzet|geen|voorlopig|uren|zijn|niet|kosten|winst)\b/gi);
    // Values of the made-up firm's own file are Dutch; no word of ours is.
    assert.deepEqual(dutch ?? [], [], place);
  }
});

test("reckoning how sure the classes are can be stopped, and done after all", async (t) => {
  const app = await openList(t, 20_000);
  await app.page.getByRole("button", { name: "Stop", exact: true }).click();
  await app.page.getByText(/je hebt het gestopt/).waitFor();
  await app.page.getByRole("button", { name: "Reken het door" }).click();
  await app.page
    .getByText(/Nagerekend met \S+ wegingen dicht bij/)
    .first()
    .waitFor({ state: "attached", timeout: 60_000 });
});

test("columns are chosen, keys go through those that are shown, and a reload keeps the choice", async (t) => {
  const app = await openSample(t);
  const { page } = app;
  const heads = () => page.locator("table.grid thead button").allInnerTexts();
  await page.getByText("Kolommen", { exact: true }).click();
  await page.getByRole("button", { name: "Marge", exact: true }).click();
  for (const gone of ["Marge", "Uren"]) await page.getByLabel(gone, { exact: true }).uncheck();
  await page.getByLabel("Brutomarge", { exact: true }).check();
  const chosen = [
    "Klasse",
    "Klant",
    "Omzet",
    "Brutomarge",
    "Winst",
    "Potentie",
    "Relatie",
    "Zeker",
  ];
  assert.deepEqual(await heads(), chosen);
  // The order was by a column that is gone.
  assert.equal(await page.locator("table.grid th[aria-sort]").innerText(), "Klasse");
  const row = await focusRow(page, "Meubelhuis De Drie Linden");
  for (let i = 0; i < 5; i++) await page.keyboard.press("ArrowRight");
  await page.keyboard.press("2");
  assert.equal(await row.locator('[data-column="5"] select').inputValue(), "2");
  await app.saved().waitFor();
  await app.reload();
  await app.classified(60);
  assert.deepEqual(await heads(), chosen);
});

test("a long list scrolls as far as it is asked to, and shows rows wherever it is", async (t) => {
  const app = await openList(t, 2_000);
  // The last line to appear above the list.
  const ground = app.page.getByText(/Nagerekend met/).first();
  await ground.waitFor({ state: "attached", timeout: 60_000 });
  await app.page.locator("table.grid").evaluate((grid) => grid.scrollIntoView());
  const place = () => app.page.evaluate(() => scrollY);
  for (let i = 0; i < 12; i++) {
    const before = await place();
    await app.page.evaluate(() => scrollBy(0, 800));
    await app.page.waitForFunction(() =>
      document.elementFromPoint(innerWidth / 3, innerHeight / 2)?.closest("tr[data-line]"),
    );
    assert.equal(Math.round((await place()) - before), 800, `step ${i}`);
  }
});
