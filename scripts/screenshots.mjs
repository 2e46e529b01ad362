// Pictures of every screen with the sample firm: node scripts/screenshots.mjs [folder]
// With a folder: both sizes, languages and themes. Always: the two pictures of the README in docs/.

import { mkdirSync } from "node:fs";
import { join } from "node:path";

import { launchChromium } from "./browser.mjs";
import { serve } from "./serve.mjs";
import { ROOT } from "./tools.mjs";

const SIZES = { 1280: { width: 1280, height: 720 }, phone: { width: 390, height: 844 } };
const LOCALES = { nl: "nl-NL", en: "en-GB" };
const THEMES = ["light", "dark"];
/** Fragment of each place that has content once the sample is loaded. */
const PLACES = ["data", "customers", "ideal"];
const SAMPLE = { nl: "Bekijk voorbeeld", en: "See a sample" };

const app = await serve(join(ROOT, "dist"));
const browser = await launchChromium();
try {
  const docs = join(ROOT, "docs");
  mkdirSync(docs, { recursive: true });
  await photograph({ locale: "nl", theme: "light", viewport: SIZES[1280] }, async (shoot) => {
    await shoot("customers", join(docs, "customers.png"));
    await shoot("ideal", join(docs, "ideal.png"));
  });
  const [folder] = process.argv.slice(2);
  if (folder) await photographAll(folder);
} finally {
  await browser.close();
  await app.close();
}

async function photographAll(folder) {
  mkdirSync(folder, { recursive: true });
  for (const [size, viewport] of Object.entries(SIZES)) {
    for (const locale of Object.keys(LOCALES)) {
      for (const theme of THEMES) {
        const name = (screen) => join(folder, `${screen}-${size}-${locale}-${theme}.png`);
        await photograph({ locale, theme, viewport, startPath: name("start") }, async (shoot) => {
          for (const place of PLACES) await shoot(place, name(place));
        });
      }
    }
  }
}

/** Opens the app, loads the sample, and hands over a function that takes a picture of a place. */
async function photograph({ locale, theme, viewport, startPath }, body) {
  const options = {
    viewport,
    locale: LOCALES[locale],
    colorScheme: theme,
    reducedMotion: "reduce",
  };
  const context = await browser.newContext(options);
  const page = await context.newPage();
  await page.goto(app.url);
  await page.waitForFunction(() => globalThis.kernklant?.lockedAt !== undefined);
  if (startPath) await page.screenshot({ path: startPath });
  await page.getByRole("button", { name: SAMPLE[locale] }).click();
  await page.locator("main[data-classified]:not([data-classified='0'])").waitFor();
  await body(async (place, path) => {
    await page.evaluate((place) => (location.hash = place), place);
    await page.locator(".opening__say").first().waitFor();
    await page.screenshot({ path });
    console.log(path);
  });
  await context.close();
}
