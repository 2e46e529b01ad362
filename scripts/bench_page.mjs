// The app in a browser of its own, with a file in hand and its long tasks counted: what every benchmark starts from.

import { launchChromium } from "./browser.mjs";

/** Runs `body(page, browser)` on a loaded page that has not been given the file yet. */
export async function onLoadedApp(url, path, body) {
  const browser = await launchChromium();
  try {
    const page = await browser.newPage({ locale: "nl-NL", viewport: { width: 1280, height: 720 } });
    await page.addInitScript(() => {
      globalThis.longTasks = [];
      new PerformanceObserver((list) => {
        for (const { duration } of list.getEntries()) globalThis.longTasks.push(duration);
      }).observe({ type: "longtask" });
    });
    await page.goto(url);
    await page.waitForFunction(() => globalThis.kernklant?.lockedAt !== undefined);
    await page.locator(".drop").first().waitFor();
    const picker = await page.evaluateHandle(() => {
      globalThis.picker = Object.assign(document.createElement("input"), { type: "file" });
      document.body.append(globalThis.picker);
      return globalThis.picker;
    });
    await picker.setInputFiles(path);
    await picker.evaluate((input) => input.remove());
    // Starting up is no part of what is measured.
    await page.waitForTimeout(1000);
    await page.evaluate(() => (globalThis.longTasks.length = 0));
    return await body(page, browser);
  } finally {
    await browser.close();
  }
}

/** The longest task since the last question; none when none took 50 ms. */
export async function longestTaskMs(page) {
  // A task may end with the last paint, and is reported after it.
  await page.waitForTimeout(1000);
  return page.evaluate(() =>
    globalThis.longTasks
      .splice(0)
      .toSorted((a, b) => a - b)
      .at(-1),
  );
}

/** Prints a line of the report. */
export function row(what, value, note = "") {
  console.log(`  ${what.padEnd(38)}${value.padStart(10)}  ${note}`.trimEnd());
}

/** Milliseconds as the report writes them. */
export function ms(value, otherwise) {
  return value === undefined ? otherwise : `${value.toFixed(0)} ms`;
}
