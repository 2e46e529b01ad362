import assert from "node:assert/strict";
import { test } from "node:test";

import { openApp } from "../lib/app.mjs";

test("the page starts without a complaint, under the policy, and locks itself", async (t) => {
  const { page } = await openApp(t);
  assert.match(await page.title(), /Kernklant$/);
  assert.equal(await page.locator("#shell").count(), 0, "the static shell has made way");
  assert.ok(await page.locator("main").isVisible());
});

test("an address of a place that has nothing to show yet opens, and is called, the first", async (t) => {
  const { page } = await openApp(t);
  await page.evaluate(() => (location.hash = "#ideal"));
  await page.waitForURL(/#ideal$/);
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 100)));
  assert.equal(await page.title(), "Gegevens · Kernklant");
  await page.getByRole("button", { name: "Bekijk voorbeeld" }).waitFor();
});

test("the opening words are painted without any script", async (t) => {
  const app = await openApp(t);
  const context = await app.context.browser().newContext({ javaScriptEnabled: false });
  t.after(() => context.close());
  const page = await context.newPage();
  await page.goto(app.page.url());
  assert.ok(await page.getByRole("heading", { level: 1 }).isVisible());
});

test("after the lock neither page nor worker can reach even its own host", async (t) => {
  const app = await openApp(t);
  const outcome = await app.page.evaluate(() => fetch("index.html").catch((error) => error.name));
  assert.equal(outcome, "TypeError");
  app.expectComplaint(/connect-src 'none'|Refused to connect/);
});

test("after a panic the last save can be taken away, from either store, and opened again", async (t) => {
  const many = [
    "Klant;Omzet",
    ...Array.from({ length: 20_000 }, (_, n) => `Klant ${n};${n + 1},00`),
  ];
  for (const { store, rows } of [
    { store: "local", rows: ["Klant;Omzet", "Alfa;1.000,00", "Beta;2.000,00"] },
    { store: "indexed", rows: many },
  ]) {
    const app = await openApp(t);
    await app.drop({ name: "klanten.csv", content: rows.join("\n") });
    await app.classified(rows.length - 1);
    await app.page.getByText(/^Bewaard op dit apparaat/).waitFor();
    const head = await app.page.evaluate(() => localStorage.getItem("kernklant.head"));
    assert.match(head, new RegExp(`^kernklant \\d+ ${store} `));

    await app.page.evaluate(() => globalThis.kernklant.die());
    const panel = app.page.getByRole("alertdialog", { name: "Er ging iets mis in Kernklant" });
    const button = panel.getByRole("button", { name: "Bewaard werk downloaden" });
    const { text } = await app.download(() => button.click());
    await panel.getByRole("button", { name: "Pagina opnieuw laden" }).waitFor();

    const elsewhere = await openApp(t);
    await elsewhere.drop({ name: "kernklant.kernklant", content: text });
    await elsewhere.classified(rows.length - 1);
  }
});

test("after a panic with nothing saved the overlay says so", async (t) => {
  const app = await openApp(t);
  await app.page.evaluate(() => globalThis.kernklant.die());
  const panel = app.page.getByRole("alertdialog", { name: "Er ging iets mis in Kernklant" });
  await panel.getByRole("button", { name: "Bewaard werk downloaden" }).click();
  await panel.getByRole("status").getByText("Er is in deze browser niets bewaard.").waitFor();
});
