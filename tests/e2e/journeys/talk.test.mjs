// Prediction first, last time beside this time, and the day to look again.

import assert from "node:assert/strict";
import { test } from "node:test";

import { openApp } from "../lib/app.mjs";

async function openSample(t, options) {
  const app = await openApp(t, options);
  await app.page.getByRole("button", { name: "Bekijk voorbeeld" }).click();
  await app.classified(60);
  return app;
}

const section = (page) => page.locator("#surprises");

/** Guesses with the keyboard alone, from the offer to the comparison. */
async function guessAll(page, letters) {
  await page.getByRole("button", { name: "Begin", exact: true }).focus();
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: "Wat denk je zelf?" }).waitFor();
  await page.locator("#guess-0:focus").waitFor();
  for (const letter of letters) await page.keyboard.press(letter);
}

test("the owner guesses by keyboard before seeing figures, and is told the surprises", async (t) => {
  const app = await openSample(t);
  const { page } = app;
  await guessAll(page, "aaaaabbbbbccccc");
  await page.getByText("15 van de 15 geschat").waitFor();
  const main = await page.locator("main").innerText();
  assert.doesNotMatch(main, /€|%|winst/, "no figure shows while guessing");

  await page.getByRole("button", { name: "Leg ernaast" }).click();
  const right = section(page).getByText(/Bij \d+ van de 15 klopt je schatting.*kappa/);
  await right.waitFor();
  const nRight = Number(/Bij (\d+)/.exec(await right.innerText())[1]);
  const n = 15 - nRight;
  await page.getByRole("heading", { name: `${n} verrassing` }).waitFor();
  const told = section(page).locator(".surprises__row");
  assert.equal(await told.count(), Math.min(n, 5));
  assert.match(await told.first().innerText(), /Jij schatte [ABC]\. [ABC]: /);

  // Each leads to its row and to why.
  const name = await told.first().getByRole("button").innerText();
  await told.first().getByRole("button").click();
  await page
    .getByRole("complementary", { name })
    .getByText(/Jij schatte/)
    .waitFor();
  await page.keyboard.press("Escape");
  await section(page).getByRole("button", { name: "toon in de lijst" }).click();
  await page.getByRole("button", { name: "Verrassingen" }).waitFor();
  assert.equal(await page.locator("tr[data-line]:not(.grid__group)").count(), n);

  await app.saved().waitFor();
  await app.reload();
  await app.classified(60);
  await section(page)
    .getByText(`Bij ${nRight} van de 15 klopt je schatting met de cijfers.`)
    .waitFor();

  await section(page).getByRole("button", { name: "Wis de schatting" }).click();
  await section(page)
    .getByText(/^Schat zelf de klasse van je 15/)
    .waitFor();
  assert.equal(await page.getByRole("button", { name: "Begin", exact: true }).count(), 0);
  await page.keyboard.press("Control+z");
  await section(page)
    .getByText(`Bij ${nRight} van de 15 klopt je schatting met de cijfers.`)
    .waitFor();
});

test("who would rather not guess is not asked again, and can still", async (t) => {
  const app = await openSample(t);
  const { page } = app;
  await page.getByRole("button", { name: "Sla over" }).click();
  await page.getByText("Eerst zelf schatten?").waitFor({ state: "detached" });
  await app.saved().waitFor();
  await app.reload();
  await app.classified(60);
  assert.equal(await page.getByText("Eerst zelf schatten?").count(), 0);
  await section(page).getByRole("button", { name: "Schat de klassen" }).click();

  // By pointer: a press chooses, a second one takes back.
  const first = page.getByRole("radiogroup").first();
  await first.getByRole("radio", { name: "B" }).click();
  await page.getByText("1 van de 15 geschat").waitFor();
  await first.getByRole("radio", { name: "B" }).click();
  await page.getByText("0 van de 15 geschat").waitFor();
  await page.getByRole("button", { name: "Terug" }).click();
  await page.getByRole("heading", { name: /15 van je 58 klanten zijn A/ }).waitFor();
});

test("a saved copy is last time: who moved, why, and away again", async (t) => {
  const app = await openSample(t);
  const { page } = app;
  await app.page.locator(".topbar__saved").click();
  const copy = await app.download(() =>
    page.getByRole("button", { name: "Bewaar een kopie" }).click(),
  );
  await page.getByRole("button", { name: "Sluiten" }).click();

  // Since then a limit moved: some are in another class now.
  await page.getByRole("button", { name: "Gewichten en grenzen" }).click();
  const cut = page.getByRole("slider", { name: "Drempel" });
  await cut.focus();
  for (let i = 0; i < 8; i++) await page.keyboard.press("ArrowRight");
  await page.getByRole("button", { name: "Sluit gewichten en grenzen" }).click();

  const pick = section(page).locator("input[type=file]");
  const file = (content) => ({
    name: copy.name,
    mimeType: "application/json",
    buffer: Buffer.from(content),
  });
  await pick.setInputFiles(file(copy.text.replace("Drie Linden", "Vier Linden")));
  await section(page)
    .getByRole("alert")
    .getByText(/beschadigd/)
    .waitFor();
  await pick.setInputFiles(file(copy.text));

  const picture = section(page).getByRole("img", {
    name: /^Van vorige keer naar nu\. Was A, nu A/,
  });
  await picture.waitFor();
  assert.equal(await section(page).getByRole("alert").count(), 0);
  const say = await section(page).locator("figcaption").innerText();
  const [, moved] = /^(\d+) van de 58 klanten van toen en nu wissel/.exec(say);
  await page.getByRole("heading", { name: new RegExp(`^${moved} verrassing`) }).waitFor();
  await section(page)
    .getByText(/legt de grenzen anders\. Alle verschuivingen komen/)
    .waitFor();
  const told = section(page).locator(".surprises__row").first();
  assert.match(await told.innerText(), /Vorige keer [ABC]\. Nu .+ Dat komt door je instellingen/s);
  await section(page).getByText("toon als tabel").click();
  const table = section(page).getByRole("table");
  assert.match(await table.innerText(), /was A.*nieuw/s);
  const svg = await app.download(() =>
    section(page).getByRole("button", { name: "Bewaar de grafiek als SVG" }).click(),
  );
  assert.match(svg.text, /^<svg[^]*was A/);

  await app.saved().waitFor();
  await app.reload();
  await app.classified(60);
  await picture.waitFor();

  await section(page).getByRole("button", { name: "Haal weg" }).click();
  await picture.waitFor({ state: "detached" });
  await page.keyboard.press("Control+z");
  await picture.waitFor();
});

test("last year's file is last time as well", async (t) => {
  const app = await openApp(t);
  const { page } = app;
  const rows = (list) => ["Klant;Omzet", ...list.map(([name, euros]) => `${name};${euros}`)];
  const names = ["Alfa", "Beta", "Gamma", "Delta", "Epsilon", "Zeta"];
  const now = rows(names.map((name, at) => [name, (at + 1) * 9000]));
  const then = rows([...names.slice(1).map((name, at) => [name, (6 - at) * 9000]), ["Weg", 50]]);
  await app.drop({ name: "nu.csv", content: now.join("\n") });
  await app.classified(6);
  await section(page)
    .locator("input[type=file]")
    .setInputFiles({
      name: "vorig.csv",
      mimeType: "text/csv",
      buffer: Buffer.from(then.join("\n")),
    });
  await section(page)
    .getByRole("img", { name: /^Van vorige keer naar nu/ })
    .waitFor();
  await section(page).getByText("Vorige keer: vorig.csv.").waitFor();
  await section(page).getByText("1 nieuw, 1 weg").click();
  await section(page).getByRole("button", { name: "Alfa" }).last().waitFor();
  await section(page).getByText("Weg: Weg").waitFor();
  await app.classified(6);
});

test("an analysis that is due says so once, with what to do", async (t) => {
  const app = await openSample(t);
  const { page } = app;
  const review = section(page).getByLabel("Kijk opnieuw op");
  const planned = await review.inputValue();
  await review.fill("2020-01-01");
  await review.blur();
  await section(page).getByText("Kies een dag na vandaag.").waitFor();
  await review.fill("2099-01-01");
  await review.blur();
  await section(page).getByText("Kies een dag na vandaag.").waitFor({ state: "detached" });
  await page.keyboard.press("Control+z");
  assert.equal(await review.inputValue(), planned);
  await app.saved().waitFor();

  // More than a year later.
  await page.clock.install({ time: new Date(Date.now() + 400 * 24 * 3_600_000) });
  await app.reload();
  await app.classified(60);
  const notice = page.getByRole("status").filter({ hasText: "Tijd om opnieuw te kijken" });
  await notice.waitFor();
  await notice.getByRole("button", { name: "Later" }).click();
  await notice.waitFor({ state: "detached" });
  await page.getByRole("link", { name: "Ideale klant", exact: true }).click();
  await page.waitForURL(/#ideal$/);
  assert.equal(await notice.count(), 0, "said once");

  await app.reload();
  await notice.getByRole("button", { name: "Houd vast en ga naar Gegevens" }).click();
  await page.waitForURL(/#data$/);
  await page.getByRole("link", { name: "Klanten", exact: true }).click();
  await section(page)
    .getByText(/Alle 58 klanten van toen en nu bleven in hun klasse/)
    .waitFor();
});

test("a file of an earlier year is laid beside the later one from its card, as one step of undo", async (t) => {
  const app = await openApp(t);
  const { page } = app;
  const year = (name, amounts) => ({
    name,
    content: ["Klant;Omzet", ...amounts.map((amount, at) => `Klant ${at};${amount}`)].join("\n"),
  });
  await app.drop(
    year("omzet-2024.csv", ["100,00", "9000,00", "500,00", "400,00", "300,00"]),
    year("omzet-2025.csv", ["9000,00", "100,00", "500,00", "400,00", "300,00"]),
  );
  await app.classified(5);
  await page.getByRole("link", { name: "Gegevens", exact: true }).click();
  await page.locator(".file").nth(1).waitFor();
  const beside = page.getByRole("button", { name: "Leg ernaast als vorige keer" });
  assert.equal(await beside.count(), 1);
  await beside.click();
  await page.getByRole("img", { name: /^Van vorige keer naar nu/ }).waitFor();
  await page.keyboard.press("Control+z");
  await page.getByRole("link", { name: "Gegevens", exact: true }).click();
  await page.locator(".file").nth(1).waitFor();
  await beside.waitFor();
});
