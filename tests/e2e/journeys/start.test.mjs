import assert from "node:assert/strict";
import { test } from "node:test";

import { openApp } from "../lib/app.mjs";

test("the page starts without a complaint, under the policy, and locks itself", async (t) => {
  const { page } = await openApp(t);
  assert.match(await page.title(), /Kernklant$/);
  assert.equal(await page.locator("#shell").count(), 0, "the static shell has made way");
  assert.ok(await page.locator("main").isVisible());
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

test("a panic on the page is said in words, with the saved work to take away", async (t) => {
  const app = await openApp(t);
  await app.page.evaluate(() => {
    localStorage.setItem("kernklant.test", "saved work");
    globalThis.kernklant.die();
  });
  const panel = app.page.getByRole("alertdialog", { name: "Er ging iets mis in Kernklant" });
  const button = panel.getByRole("button", { name: "Bewaard werk downloaden" });
  const { text } = await app.download(() => button.click());
  assert.equal(JSON.parse(text)["kernklant.test"], "saved work");
  await panel.getByRole("button", { name: "Pagina opnieuw laden" }).waitFor();
});
