// WCAG 2.2 A and AA by axe, on every screen, in both themes and at both sizes; and no sideways scroll.

import assert from "node:assert/strict";
import { test } from "node:test";

import { AxeBuilder } from "@axe-core/playwright";

import { openApp } from "../lib/app.mjs";

const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

async function assertClean(page, where) {
  const { violations } = await new AxeBuilder({ page }).withTags(TAGS).analyze();
  const told = violations.map(
    ({ id, help, nodes }) => `${id}: ${help}\n${nodes.map((n) => `  ${n.html}`).join("\n")}`,
  );
  assert.deepEqual(told, [], where);
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  assert.ok(overflow <= 0, `${where}: the page scrolls sideways by ${overflow} px`);
}

for (const colorScheme of ["light", "dark"]) {
  for (const viewport of [
    { width: 1280, height: 720 },
    { width: 390, height: 844 },
  ]) {
    test(`every screen, ${colorScheme}, ${viewport.width} px wide`, async (t) => {
      const app = await openApp(t, { colorScheme, viewport });
      const { page } = app;
      await assertClean(page, "start");
      await page.getByRole("button", { name: "Plak een lijst" }).click();
      await assertClean(page, "paste box");
      await page.keyboard.press("Escape");
      await page.getByRole("button", { name: "Bekijk voorbeeld" }).click();
      await app.classified(60);
      await assertClean(page, "customers");
      await page.getByRole("button", { name: "Begin", exact: true }).click();
      await assertClean(page, "guessing");
      for (const letter of "abcabcabc") await page.keyboard.press(letter);
      await page.getByRole("button", { name: "Leg ernaast" }).click();
      await page.getByRole("link", { name: "Gegevens", exact: true }).click();
      const copy = await app.download(() =>
        page.getByRole("button", { name: "Bewaar een kopie" }).click(),
      );
      await page.getByRole("link", { name: "Klanten", exact: true }).click();
      await page.locator("#surprises input[type=file]").setInputFiles({
        name: copy.name,
        mimeType: "application/json",
        buffer: Buffer.from(copy.text),
      });
      await page.getByRole("img", { name: /^Van vorige keer naar nu/ }).waitFor();
      await assertClean(page, "surprises and last time");
      await page.getByRole("link", { name: "Ideale klant", exact: true }).click();
      await page.waitForURL(/#ideal$/);
      await assertClean(page, "ideal customer");
      await page.getByRole("link", { name: "Gegevens", exact: true }).click();
      await page.waitForURL(/#data$/);
      await page.getByRole("button", { name: "Kolommen nakijken" }).click();
      await assertClean(page, "data with columns");
    });
  }
}
