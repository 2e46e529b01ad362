// What is kept, and how it is lost on purpose.

import assert from "node:assert/strict";
import { test } from "node:test";

import { openApp } from "../lib/app.mjs";
import { PASTED } from "../lib/files.mjs";

/** The potential of a customer in the grid, as a list to choose from. */
const potential = (page, name) =>
  page
    .locator("tr[data-line]")
    .filter({ hasText: name })
    .getByRole("combobox", { name: /^Potentie/ });

const openWhere = (app) => app.page.locator(".topbar__saved").click();

test("a reload shows exactly what was there", async (t) => {
  const app = await openApp(t);
  await app.page.getByRole("button", { name: "Bekijk voorbeeld" }).click();
  await app.classified(60);
  await app.saved().waitFor();
  const reckoned = () => app.page.getByText(/klassen: \d+ stevig/).waitFor();
  await reckoned();
  const before = await app.page.locator("main").innerText();
  await app.reload();
  await app.classified(60);
  await reckoned();
  assert.equal(await app.page.locator("main").innerText(), before);
});

test("language and theme are kept, and Back goes to the place before", async (t) => {
  const app = await openApp(t);
  await app.page.getByRole("button", { name: "NL, Nederlands. Switch to English" }).click();
  await app.page.getByRole("button", { name: "Light or dark: as your system" }).click();
  await app.page.getByRole("button", { name: "Light or dark: light" }).click();
  await app.reload();
  assert.equal(await app.page.locator("html").getAttribute("lang"), "en");
  assert.equal(await app.page.locator("html").getAttribute("data-theme"), "dark");

  await app.page.getByRole("button", { name: "See a sample" }).click();
  await app.classified(60);
  await app.page.getByRole("link", { name: "Ideal customer", exact: true }).click();
  await app.page.waitForURL(/#ideal$/);
  await app.page.goBack();
  await app.page.waitForURL(/#customers$/);
  await app.page.goBack();
  await app.page.getByRole("button", { name: "Check the columns" }).waitFor();
});

test("a saved copy opens again, and a damaged one is refused", async (t) => {
  const app = await openApp(t);
  await app.paste(PASTED);
  await app.classified(4);
  await openWhere(app);
  const { name, text } = await app.download(() =>
    app.page.getByRole("button", { name: "Bewaar een kopie" }).click(),
  );
  assert.match(name, /^kernklant-\d{4}-\d\d-\d\d\.kernklant$/);
  assert.equal(typeof JSON.parse(text), "object");
  await app.page.getByRole("button", { name: "Sluiten" }).click();

  await app.page.getByRole("link", { name: "Gegevens", exact: true }).click();
  await app.drop({ name: "stuk.kernklant", content: text.replace("Gamma", "Gemma") });
  await app.page
    .getByRole("alert")
    .getByText(/beschadigd of met de hand veranderd/)
    .waitFor();
  await app.classified(4);

  const other = await openApp(t);
  await other.drop({ name, content: text });
  await other.classified(4);
  await other.page.getByText("Gamma").first().waitFor();
});

test("wiping leaves nothing behind, also after a reload", async (t) => {
  const app = await openApp(t);
  await app.paste(PASTED);
  await app.classified(4);
  await app.saved().waitFor();
  await openWhere(app);
  await app.page.getByRole("button", { name: "Alles wissen" }).click();
  await app.page.getByRole("button", { name: "Ja, wis alles" }).click();
  await app.page.getByRole("heading", { name: /Open één bestand/ }).waitFor();
  const left = () =>
    app.page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith("kernklant")));
  assert.deepEqual(await left(), []);
  await app.reload();
  await app.page.getByRole("heading", { name: /Open één bestand/ }).waitFor();
});

test("what cannot be saved is said, and stays in memory", async (t) => {
  const app = await openApp(t);
  await app.page.evaluate(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException("full", "QuotaExceededError");
    };
  });
  await app.paste(PASTED);
  await app.classified(4);
  await app.page.getByText("Niet bewaard: bekijk waarom").click();
  await app.page.getByText(/opslag van de browser is vol/).waitFor();
  await app.classified(4);
});

test("of two tabs the later save stays; the other says so, and can go on from there", async (t) => {
  const app = await openApp(t);
  const first = app.page;
  await first.getByRole("button", { name: "Bekijk voorbeeld" }).click();
  await app.classified(60);
  await app.saved().waitFor();

  const second = await app.newTab();
  await second.getByRole("link", { name: "Klanten" }).click();
  await app.classified(60);
  await potential(second, "Beumer Warmtepompen").selectOption("1");
  await app.saved().waitFor();

  await potential(first, "Hoekstra Advocaten").selectOption("2");
  await first.getByText("Niet bewaard: bekijk waarom").click();
  await first.getByText(/^In een ander tabblad is later iets bewaard/).waitFor();
  await app.reload();
  await app.classified(60);
  assert.equal(await potential(second, "Beumer Warmtepompen").inputValue(), "1");
  assert.equal(await potential(second, "Hoekstra Advocaten").inputValue(), "4");

  await first.getByRole("button", { name: "Bewaar hier verder" }).click();
  await first.locator(".topbar__saved", { hasText: /^Bewaard op dit apparaat/ }).waitFor();
  await app.reload();
  await app.classified(60);
  assert.equal(await potential(second, "Hoekstra Advocaten").inputValue(), "2");
  assert.equal(await potential(second, "Beumer Warmtepompen").inputValue(), "5");
});
