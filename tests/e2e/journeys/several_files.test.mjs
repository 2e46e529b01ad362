// Several files that spell the names differently become one list of customers.

import assert from "node:assert/strict";
import { join } from "node:path";
import { test } from "node:test";

import { ROOT } from "../../../scripts/tools.mjs";
import { openApp } from "../lib/app.mjs";

const BOOKS = join(ROOT, "crates/abc-books/tests/fixtures/books-corpus");

const REVENUE = {
  name: "omzet.csv",
  content: [
    "Klantnr;Klant;Omzet",
    "1001;Alfa Techniek B.V.;10.000,00",
    "1002;Bakkerij Núñez;2.500,00",
    "1003;Gamma Bouw;25.000,00",
    "1004;Delta;900,00",
  ].join("\n"),
};

const HOURS = {
  name: "uren.csv",
  content: [
    "Datum;Klant;Medewerker;Uren",
    "03-02-2025;Alfa Techniek;Joris;7,50",
    "04-02-2025;Bakkerij Nunez;Marije;2,00",
    "05-02-2025;Gamma Bouw;Joris;11,25",
    "06-02-2025;Omega;Marije;1,50",
  ].join("\n"),
};

test("names that differ are proposed, and the sure ones join in one click that can be undone", async (t) => {
  const app = await openApp(t);
  await app.drop(REVENUE, HOURS);
  await app.classified(4);
  await app.page.getByRole("link", { name: "Gegevens", exact: true }).click();
  await app.page.locator(".file").nth(1).waitFor();
  assert.equal(await app.page.locator(".file").count(), 2);

  const without = app.page.getByText("Zonder klant: ", { exact: false }).first();
  await without.getByText("11,00 uur").waitFor();
  await app.page.getByText("alleen de rechtsvorm verschilt").waitFor();
  await app.page.getByText("alleen accenten verschillen").waitFor();
  await app.page.getByRole("button", { name: "Voeg de 2 zekere samen" }).click();
  await without.getByText("1,50 uur").waitFor();
  // The button is gone, and the focus with what it did.
  const focused = app.page.locator("#names :focus");
  await focused.waitFor();
  assert.equal(await focused.evaluate((element) => element.tagName), "SUMMARY");
  await app.page.getByText("2 besluiten over namen, uren en omzet").click();

  await app.page.getByRole("button", { name: "Terugdraaien" }).first().click();
  await app.page.getByText("1 voorstel, niets gebeurt vanzelf").waitFor();
  await app.page.keyboard.press("Control+z");
  await app.page.getByText("2 besluiten over namen, uren en omzet").waitFor();
});

test("hours of one month are brought to a year unless it is said how long they are of", async (t) => {
  const app = await openApp(t);
  await app.drop(REVENUE, HOURS);
  await app.classified(4);
  await app.page.getByRole("link", { name: "Gegevens", exact: true }).click();
  const notice = app.page.getByText("De uren beslaan minder maanden dan de omzet", {
    exact: false,
  });
  await notice.waitFor();
  const registered = app.page.getByRole("row", { name: /^Geregistreerd/ });
  const hours = async () => (await registered.getByRole("cell").nth(1).innerText()).trim();
  assert.equal(await hours(), "135,00");
  const months = app.page.getByRole("textbox", { name: "Maanden in de uren" });
  assert.equal(await months.inputValue(), "1");
  await months.fill("12");
  await months.press("Tab");
  await notice.waitFor({ state: "detached" });
  assert.equal(await hours(), "11,25");
});

test("a file that is taken out leaves the others as they were", async (t) => {
  const app = await openApp(t);
  await app.drop(REVENUE);
  await app.classified(4);
  await app.page.getByRole("link", { name: "Gegevens", exact: true }).click();
  await app.drop(HOURS);
  await app.page.getByRole("link", { name: "Gegevens", exact: true }).click();
  await app.page.getByRole("button", { name: "uren.csv" }).click();
  await app.page.getByText("Zonder klant: ", { exact: false }).waitFor({ state: "detached" });
  assert.equal(await app.page.locator(".file").count(), 1);
  await app.classified(4);
});

test("the letter to the bookkeeper is ready in both languages", async (t) => {
  const app = await openApp(t, { permissions: ["clipboard-write"] });
  await app.page.getByRole("button", { name: "Vraag ze aan je boekhouder" }).click();
  await app.page.getByRole("button", { name: "Kopieer de brief" }).click();
  await app.page.getByText("Gekopieerd. Plak hem in een e-mail.").waitFor();
  const letter = app.page.getByLabel("De brief");
  assert.match(await letter.inputValue(), /XML Auditfile Financieel, XAF/);
  await app.page.getByRole("button", { name: "In het Engels" }).click();
  assert.match(await letter.inputValue(), /^Subject: auditfile/);
});

test("an auditfile and an hours export dropped together end with classes", async (t) => {
  const app = await openApp(t);
  await app.drop(join(BOOKS, "s001.xaf"), HOURS);
  await app.page.locator("main[data-classified]").waitFor();
  await app.page.getByRole("link", { name: "Gegevens", exact: true }).click();
  const card = app.page.locator(".file").filter({ hasText: "s001.xaf" });
  await card.getByText("Omzet in grootboek").waitFor();
  await card.getByText("klopt op de cent").waitFor();
  await app.page.locator(".file").filter({ hasText: "uren.csv" }).waitFor();
});

test("a broken workbook says why, and the next file is read", async (t) => {
  const app = await openApp(t);
  await app.drop(join(BOOKS, "s013.xlsx"));
  await app.page.getByText("s013.xlsx kon niet worden gelezen.").waitFor();
  await app.drop(REVENUE);
  await app.classified(4);
});

test("hours that come in twice count once until somebody says otherwise", async (t) => {
  const app = await openApp(t);
  await app.drop(REVENUE, HOURS, { ...HOURS, name: "uren (1).csv" });
  await app.classified(4);
  await app.page.getByRole("link", { name: "Gegevens", exact: true }).click();
  const without = app.page.getByText("Zonder klant: ", { exact: false }).first();
  await without.getByText("11,00 uur").waitFor();
  await app.page.getByText("Zegt hetzelfde als uren.csv en telt niet nog eens mee.").waitFor();
  const question = app.page.locator("#questions").filter({ hasText: "Zijn het dezelfde uren?" });
  await question.getByText("22,25 uur").waitFor();
  await question.getByText("Nee, allebei tellen").click();
  await app.page.getByRole("button", { name: "Zo is het" }).click();
  await without.getByText("22,00 uur").waitFor();
  await app.page.getByText("1 besluit over namen, uren en omzet").click();
  await app.page.getByRole("button", { name: "Terugdraaien" }).click();
  await without.getByText("11,00 uur").waitFor();
});

test("revenue that comes in twice is said and not asked", async (t) => {
  const app = await openApp(t);
  await app.drop(REVENUE, { ...REVENUE, name: "omzet (1).csv" });
  await app.classified(4);
  await app.page.getByRole("link", { name: "Gegevens", exact: true }).click();
  await app.page.getByText("Zegt hetzelfde als omzet.csv en telt niet nog eens mee.").waitFor();
  assert.equal(await app.page.locator("#questions").count(), 0);
  await app.page.locator("h1").getByText("38.400").waitFor();
});

test("a name that no customer has is linked by hand with the keyboard, and taken apart again", async (t) => {
  const app = await openApp(t);
  await app.drop(REVENUE, HOURS);
  await app.classified(4);
  await app.page.getByRole("link", { name: "Gegevens", exact: true }).click();
  const without = app.page.getByText("Zonder klant: ", { exact: false }).first();
  await without.getByText("11,00 uur").waitFor();
  await app.page.getByText("3 namen in de uren zijn geen klant").click();
  await app.page.getByRole("button", { name: "Omega hoort bij een klant" }).press("Enter");
  const dialog = app.page.getByRole("dialog", { name: "Bij welke klant hoort Omega?" });
  await dialog.getByLabel("Zoek een klant").first().pressSequentially("del");
  await dialog.getByRole("radio", { name: /Delta/ }).waitFor();
  assert.equal(await dialog.getByRole("radio").count(), 1);
  await app.page.keyboard.press("Enter");
  await without.getByText("9,50 uur").waitFor();
  await app.page.getByText("1 besluit over namen, uren en omzet").click();
  await app.page.getByText("Omega").waitFor();
  await app.page.getByRole("button", { name: "Terugdraaien" }).click();
  await without.getByText("11,00 uur").waitFor();
  await app.page.keyboard.press("Control+z");
  await without.getByText("9,50 uur").waitFor();
});

test("hours alone say what is missing, and draw nothing", async (t) => {
  const app = await openApp(t);
  const { page } = app;
  await app.drop(join(ROOT, "tests/fixtures/books-corpus/s014-toggl.csv"));
  await page.getByRole("heading", { name: /^Nog niemand is ingedeeld/ }).waitFor();
  assert.equal(await page.locator(".chart").count(), 0);
  await page.getByRole("link", { name: "Gegevens", exact: true }).click();
  await page.getByText("Zonder omzet krijgt niemand een klasse.").waitFor();
});

test("the last account with revenue goes on counting", async (t) => {
  const app = await openApp(t);
  const { page } = app;
  await app.drop(join(BOOKS, "s002.xaf"));
  await page.locator("tr[data-line]").first().waitFor();
  await page.getByRole("link", { name: "Gegevens", exact: true }).click();
  await page.getByText("3 rekeningen tellen als omzet").first().click();
  const boxes = page.locator(".file").getByRole("checkbox");
  const states = await boxes.evaluateAll((all) => all.map((box) => [box.checked, box.disabled]));
  // Of three accounts one has revenue; the others hold nothing.
  assert.deepEqual(states, [
    [true, true],
    [true, false],
    [true, false],
  ]);
});

test("which file's revenue counts is taken back", async (t) => {
  const app = await openApp(t);
  const { page } = app;
  await app.drop(join(BOOKS, "s001.xaf"), join(BOOKS, "s002.xaf"));
  await page.getByText("1 vraag", { exact: true }).click();
  await page.getByRole("button", { name: "Zo is het" }).click();
  await page.getByText("1 besluit over namen, uren en omzet").click();
  await page.getByRole("button", { name: "Terugdraaien" }).click();
  await page.getByRole("button", { name: "Zo is het" }).waitFor();
});
