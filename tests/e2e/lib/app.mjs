// The app as a journey meets it: the release build, under the headers that ship, in a real browser.
//
// Whatever a journey does, it fails when the page complained (console error, breach of the policy,
// uncaught error) or when anything was asked of any network after the lock.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { after } from "node:test";

import { launchChromium } from "../../../scripts/browser.mjs";
import { serve } from "../../../scripts/serve.mjs";
import { ROOT } from "../../../scripts/tools.mjs";

const server = await serve(join(ROOT, "dist"));
const browser = await launchChromium();
after(async () => {
  await browser.close();
  await server.close();
});

/** Opens the app in a browser profile of its own; `options` as for a Playwright context. */
export async function openApp(t, options = {}) {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 720 },
    locale: "nl-NL",
    timezoneId: "Europe/Amsterdam",
    reducedMotion: "reduce",
    acceptDownloads: true,
    ...options,
  });
  const app = new App(context);
  t.after(async () => {
    await context.close();
    app.assertQuiet();
  });
  await app.newTab();
  return app;
}

class App {
  #complaints = [];
  #requestsAfterLock = [];
  #isLocked = false;

  /** The tab that the journey uses. */
  page;

  constructor(context) {
    this.context = context;
    context.on("console", (message) => {
      if (message.type() === "error") this.#complaints.push(message.text());
    });
    context.on("weberror", (error) => this.#complaints.push(error.error().message));
    context.on("request", (request) => {
      const isOwn = /^(blob|data):/.test(request.url());
      if (this.#isLocked && !isOwn) this.#requestsAfterLock.push(request.url());
    });
  }

  /** A tab on the app, ready and locked; it becomes `page`. */
  async newTab() {
    this.#isLocked = false;
    this.page = await this.context.newPage();
    this.page.setDefaultTimeout(15_000);
    await this.page.goto(server.url);
    await this.#untilLocked();
    return this.page;
  }

  /** Loads the page again; what it asks for until the next lock is its own start. */
  async reload() {
    this.#isLocked = false;
    await this.page.reload();
    await this.#untilLocked();
  }

  /** What the bar says once everything is kept. */
  saved() {
    return this.page.getByText(/^Bewaard op dit apparaat, \d\d:\d\d$/);
  }

  /** Lets files fall on the page: `{ name, content }` with text or bytes, or a path. */
  async drop(...files) {
    const parts = files.map((file) => {
      const {
        name,
        content,
        type = "text/csv",
      } = typeof file === "string" ? { name: basename(file), content: readFileSync(file) } : file;
      return { name, type, base64: Buffer.from(content).toString("base64") };
    });
    const transfer = await this.page.evaluateHandle((parts) => {
      const transfer = new DataTransfer();
      for (const { name, type, base64 } of parts) {
        const bytes = Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));
        transfer.items.add(new File([bytes], name, { type }));
      }
      return transfer;
    }, parts);
    const zone = this.page.locator(".drop").first();
    for (const event of ["dragenter", "dragover", "drop"]) {
      await zone.dispatchEvent(event, { dataTransfer: transfer });
    }
    await transfer.dispose();
  }

  /** Pastes text as from a spreadsheet, into whatever has the focus. */
  async paste(text) {
    await this.page.evaluate((text) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData("text/plain", text);
      const target = document.activeElement ?? document.body;
      target.dispatchEvent(
        new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }),
      );
    }, text);
  }

  /** What a download that `act` starts holds: `{ name, text }`. */
  async download(act) {
    const [download] = await Promise.all([this.page.waitForEvent("download"), act()]);
    return {
      name: download.suggestedFilename(),
      text: readFileSync(await download.path(), "utf8"),
    };
  }

  /** Waits until the classes of `count` customers are on screen. */
  async classified(count) {
    await this.page.locator(`main[data-classified="${count}"]`).waitFor();
  }

  /** Cuts the network; the app must not notice. */
  async cutNetwork() {
    await this.context.setOffline(true);
  }

  /** Takes out the complaints that a journey provoked on purpose; fails when there were none. */
  expectComplaint(pattern) {
    const expected = this.#complaints.filter((complaint) => pattern.test(complaint));
    assert.notEqual(expected.length, 0, `no complaint like ${pattern}`);
    this.#complaints = this.#complaints.filter((complaint) => !pattern.test(complaint));
  }

  assertQuiet() {
    assert.deepEqual(this.#complaints, [], "the page complained");
    assert.deepEqual(this.#requestsAfterLock, [], "requests after the lock");
  }

  async #untilLocked() {
    await this.page.waitForFunction(() => globalThis.kernklant?.lockedAt !== undefined);
    // What was saved has been looked for, and a place is on screen.
    await this.page.locator("main#main h1").first().waitFor();
    this.#isLocked = true;
  }
}
