// The Customers screen: rated by keyboard, explained, adjusted.

import assert from "node:assert/strict";
import { test } from "node:test";

import { openApp } from "../lib/app.mjs";

async function openSample(t, options) {
  const app = await openApp(t, options);
  await app.page.getByRole("button", { name: "Bekijk voorbeeld" }).click();
  await app.classified(60);
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
  for (const warning of ["Groot, niet best", "Vraagt de meeste aandacht", "Leuk, niet best"]) {
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
  await page.getByRole("button", { name: "Wegen en grenzen" }).click();
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
