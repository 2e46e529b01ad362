// What was answered about one file holds for the next one of the same form, and can be taken back.

import assert from "node:assert/strict";
import { join } from "node:path";
import { test } from "node:test";

import { ROOT } from "../../../scripts/tools.mjs";
import { openApp } from "../lib/app.mjs";

const month = (name, amounts) => ({
  name,
  content: [
    "Klantnr;Klant;Omzet",
    ...amounts.map((amount, at) => `10${at};Klant ${at};${amount}`),
  ].join("\n"),
});

const JANUARY = month("januari.csv", ["1.250", "12.500", "3.125", "1.875"]);
const FEBRUARY = month("februari.csv", ["2.250", "22.500", "4.120", "2.870"]);
const MARCH = month("maart.csv", ["3.250", "32.500", "5.125", "3.875"]);

const IS_ASKED = /Is de punt een duizendteken\?/;
const SAYS_SO = "Gelezen zoals een eerder bestand van deze vorm";

async function toData(app) {
  await app.page.getByRole("link", { name: "Gegevens", exact: true }).click();
}

async function open(app, file) {
  await toData(app);
  await app.drop(file);
  await app.page.locator(`main[data-classified]`).waitFor();
  await toData(app);
  const card = app.page.locator(".file").filter({ hasText: file.name });
  await card.waitFor();
  return card;
}

async function remove(app, file) {
  await app.page.getByRole("button", { name: `${file.name} weghalen` }).click();
  await app.page.locator(".file").filter({ hasText: file.name }).waitFor({ state: "detached" });
}

test("an answer holds for next month's file, is said there, can be asked again and is wiped", async (t) => {
  const app = await openApp(t);
  const question = app.page.locator("#questions").filter({ hasText: IS_ASKED });
  const first = await open(app, JANUARY);
  await question.waitFor();
  await app.page.getByText("1.234 is iets meer dan één").click();
  await app.page.getByRole("button", { name: "Zo is het" }).click();
  await question.waitFor({ state: "detached" });
  await first.getByText("1 antwoord", { exact: true }).waitFor();
  await remove(app, JANUARY);

  await app.saved().waitFor();
  await app.reload();
  const second = await open(app, FEBRUARY);
  await second.getByText(SAYS_SO).click();
  await second.getByText("1.234 is iets meer dan één").waitFor();
  assert.equal(await question.count(), 0);
  await second.getByText("31,74").first().waitFor();

  await second.getByRole("button", { name: "Vraag het opnieuw" }).click();
  await question.waitFor();
  await second.getByText("31.740,00").first().waitFor();
  assert.equal(await second.getByText(SAYS_SO).count(), 0);
  // Taken back, it is remembered as it was.
  await app.page.keyboard.press("Control+z");
  await second.getByText(SAYS_SO).waitFor();
  await remove(app, FEBRUARY);

  const third = await open(app, MARCH);
  await third.getByText(SAYS_SO).waitFor();
  await app.page.getByRole("button", { name: "Waar staan mijn gegevens?" }).last().click();
  await app.page.getByRole("button", { name: "Alles wissen" }).click();
  await app.page.getByRole("button", { name: "Ja, wis alles" }).click();
  await app.page.getByText("Sleep hier je export heen").waitFor();
  const keys = await app.page.evaluate(() => Object.keys(localStorage));
  assert.deepEqual(keys, []);
  await open(app, MARCH);
  await question.waitFor();
});

test("months that are dropped together ask once", async (t) => {
  const app = await openApp(t);
  await app.drop(JANUARY, FEBRUARY);
  await app.page.locator("main[data-classified]").waitFor();
  await toData(app);
  const question = app.page.locator("#questions").filter({ hasText: IS_ASKED });
  await question.getByText("januari.csv").waitFor();
  await app.page.getByRole("button", { name: "Zo is het" }).click();
  await question.waitFor({ state: "detached" });
  const card = app.page.locator(".file").filter({ hasText: "februari.csv" });
  await card.getByText(SAYS_SO).waitFor();
});

test("an account that is no revenue stays out of next year's books", async (t) => {
  const app = await openApp(t);
  const books = join(ROOT, "crates/abc-books/tests/fixtures/books-corpus/s002.xaf");
  const accounts = app.page.locator(".file").getByRole("checkbox");
  await app.drop(books);
  await app.page.locator("tr[data-line]").first().waitFor();
  await toData(app);
  await app.page.getByText("3 rekeningen tellen als omzet").first().click();
  await accounts.nth(1).uncheck();
  await app.page.getByText("2 rekeningen tellen als omzet").first().waitFor();
  await remove(app, { name: "s002.xaf" });

  await app.drop(books);
  await app.page.locator("tr[data-line]").first().waitFor();
  await toData(app);
  await app.page.getByText(SAYS_SO).waitFor();
  await app.page.getByText("2 rekeningen tellen als omzet").first().click();
  assert.equal(await accounts.nth(1).isChecked(), false);
});

test("after a reload the likely answer can still be confirmed, and no other given", async (t) => {
  const app = await openApp(t);
  await open(app, JANUARY);
  await app.saved().waitFor();
  await app.reload();
  const question = app.page.locator("#questions").filter({ hasText: IS_ASKED });
  await question.waitFor();
  await app.page.getByText("1.234 is iets meer dan één").click();
  const confirm = app.page.getByRole("button", { name: "Zo is het" });
  assert.equal(await confirm.isDisabled(), true);
  await app.page.getByText("1.234 is twaalfhonderdvierendertig").click();
  await confirm.click();
  await question.waitFor({ state: "detached" });
});
