// Time and memory from drop to classes in the grid, beside what PapaParse and uDSV need for the least
// that gives classes (parse, sum, 80/95) on the same file in the same run; then work on the Customers
// screen. Reports, asserts nothing. `node scripts/bench.mjs screen` measures that screen alone, and
// `node scripts/bench.mjs files PATH...` files of your own, of any kind that the page reads.

import { execFileSync } from "node:child_process";
import { statSync } from "node:fs";
import { basename, join } from "node:path";

import { FILES, benchFile } from "./bench_data.mjs";
import { longestTaskMs, ms, onLoadedApp, row } from "./bench_page.mjs";
import { measureScreen } from "./bench_screen.mjs";
import { launchChromium } from "./browser.mjs";
import { serve } from "./serve.mjs";
import { printSizes } from "./sizes.mjs";
import { ROOT } from "./tools.mjs";

const N_RUNS = Number(process.env.RUNS || 3);
const MEMORY_INTERVAL_MS = 20;
const PATIENCE_MS = 120_000;
/** Classes, or what is said of a file that gives none. */
const ANSWER = "tr[data-line], .file, .notice";

const app = await serve(join(ROOT, "dist"));
const references = await serve(ROOT);

const [, , part, ...paths] = process.argv;

for (const path of part === "files" ? paths : []) {
  console.log(`\n${basename(path)}: ${(statSync(path).size / 1e6).toFixed(1)} MB`);
  const ours = await medianOf(N_RUNS, () => measureApp(path, ANSWER));
  row("drop to the answer on screen", `${ours.wallMs.toFixed(0)} ms`);
  await rowsOf(ours, path, ANSWER);
}

for (const file of part === undefined ? FILES : []) {
  const { path, nBytes } = await benchFile(file);
  console.log(`\n${file.name}: ${(nBytes / 1e6).toFixed(1)} MB, ${file.nCustomers} customers`);
  const classes = `main[data-classified="${file.nCustomers}"] tr[data-line]`;
  const ours = await medianOf(N_RUNS, () => measureApp(path, classes));
  const papaparse = await medianOf(N_RUNS, () => measureReference("papaparse", file, path));
  const udsv = await medianOf(N_RUNS, () => measureReference("udsv", file, path));
  const times = (reference) => `${(reference.wallMs / ours.wallMs).toFixed(1)}x our time`;
  row("Kernklant, drop to classes in the grid", `${ours.wallMs.toFixed(0)} ms`);
  row("PapaParse, parse and sum and 80/95", `${papaparse.wallMs.toFixed(0)} ms`, times(papaparse));
  row("uDSV, parse and sum and 80/95", `${udsv.wallMs.toFixed(0)} ms`, times(udsv));
  await rowsOf(ours, path, classes);
}
if (part !== "files") {
  await measureScreen(app.url);
  console.log("");
  printSizes();
}

await app.close();
await references.close();

/** What is measured of every file. */
async function rowsOf(ours, path, answer) {
  row("progress visible after", ms(ours.progressMs, "not shown"));
  row("longest main-thread task", ms(ours.longestMs, "none of 50 ms or more"));
  const { peakMb, afterMb } = await measureMemory(path, answer);
  row("renderer memory over idle, peak", `${peakMb.toFixed(0)} MB`);
  row("renderer memory over idle, after", `${afterMb.toFixed(0)} MB`);
  row("cancel, click to stopped", ms(await measureCancel(path), "ended before the click"));
}

/** The run with the median wall time: all of its figures belong together. */
async function medianOf(nRuns, measure) {
  const runs = [];
  for (let i = 0; i < nRuns; i++) runs.push(await measure());
  return runs.sort((a, b) => a.wallMs - b.wallMs)[Math.floor(nRuns / 2)];
}

/** Until something that `answer` selects is on screen. */
async function measureApp(path, answer) {
  return onLoadedApp(app.url, path, async (page) => {
    const measured = await page.evaluate(dropAndWatch, { answer, patienceMs: PATIENCE_MS });
    return { ...measured, longestMs: await longestTaskMs(page) };
  });
}

/** In a run of its own: looking every 20 ms takes time from what is looked at. */
async function measureMemory(path, answer) {
  return onLoadedApp(app.url, path, async (page, browser) => {
    const renderer = await rendererOf(browser);
    const idleMb = await renderer.memoryMb();
    const sampler = renderer.startSampling();
    await page.evaluate(dropAndWatch, { answer, patienceMs: PATIENCE_MS });
    const peakMb = (await sampler.stop()) - idleMb;
    // What is given back is given back after the last task.
    await longestTaskMs(page);
    return { peakMb, afterMb: (await renderer.memoryMb()) - idleMb };
  });
}

/** From the click on Stop, as soon as it can be clicked, until the progress has gone. */
async function measureCancel(path) {
  return onLoadedApp(app.url, path, (page) =>
    page.evaluate(dropAndCancel, { patienceMs: PATIENCE_MS }),
  );
}

/** Runs in the page. */
async function dropAndWatch({ answer, patienceMs }) {
  const dataTransfer = new DataTransfer();
  dataTransfer.items.add(globalThis.picker.files[0]);
  const drop = new DragEvent("drop", { dataTransfer, bubbles: true, cancelable: true });
  const painted = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
  let progressMs;
  const start = performance.now();
  return new Promise((resolve, reject) => {
    setTimeout(() => reject(new Error("no classes on screen")), patienceMs);
    const look = () => {
      const elapsedMs = performance.now() - start;
      if (document.querySelector("progress, [role=progressbar]")) progressMs ??= elapsedMs;
      if (document.querySelector(answer)) {
        observer.disconnect();
        painted().then(() => resolve({ wallMs: performance.now() - start, progressMs }));
      }
    };
    const observer = new MutationObserver(look);
    observer.observe(document.body, { subtree: true, childList: true, attributes: true });
    document.querySelector(".drop").dispatchEvent(drop);
  });
}

/** Runs in the page. */
async function dropAndCancel({ patienceMs }) {
  const dataTransfer = new DataTransfer();
  dataTransfer.items.add(globalThis.picker.files[0]);
  const drop = new DragEvent("drop", { dataTransfer, bubbles: true, cancelable: true });
  const progress = () => document.querySelector("progress, [role=progressbar]");
  let clickedAt;
  return new Promise((resolve, reject) => {
    setTimeout(() => reject(new Error("the reading did not stop")), patienceMs);
    const look = () => {
      const buttons = [...document.querySelectorAll("button")];
      const stop = buttons.find((button) => /^(Stop|Stoppen)$/.test(button.textContent.trim()));
      if (clickedAt === undefined && progress() && stop) {
        clickedAt = performance.now();
        setTimeout(() => stop.click());
      } else if (clickedAt !== undefined && !progress()) {
        observer.disconnect();
        resolve(performance.now() - clickedAt);
      } else if (document.querySelector("main[data-classified]:not([data-classified='0'])")) {
        observer.disconnect();
        resolve(undefined);
      }
    };
    const observer = new MutationObserver(look);
    observer.observe(document.body, { subtree: true, childList: true, attributes: true });
    document.querySelector(".drop").dispatchEvent(drop);
  });
}

async function measureReference(name, { key, amount }, path) {
  const browser = await launchChromium();
  try {
    const page = await browser.newPage();
    await page.goto(`${references.url}tests/bench/index.html`);
    await page.locator("input").setInputFiles(path);
    return await page.evaluate(
      async ({ name, key, amount }) => {
        const worker = new Worker(`/tests/bench/${name}_worker.js`);
        const answer = () =>
          new Promise((resolve, reject) => {
            worker.onmessage = ({ data }) => resolve(data);
            worker.onerror = ({ message }) => reject(new Error(message));
          });
        await answer();
        const file = document.querySelector("input").files[0];
        const start = performance.now();
        worker.postMessage({ file, key, amount });
        const counts = await answer();
        return { wallMs: performance.now() - start, counts };
      },
      { name, key, amount },
    );
  } finally {
    await browser.close();
  }
}

/** Memory of the processes that hold pages and their workers. */
async function rendererOf(browser) {
  const session = await browser.newBrowserCDPSession();
  const memoryMb = async () => {
    const { processInfo } = await session.send("SystemInfo.getProcessInfo");
    const ids = processInfo.filter(({ type }) => type === "renderer").map(({ id }) => id);
    const kilobytes = execFileSync("ps", ["-o", "rss=", "-p", ids.join(",")], { encoding: "utf8" });
    return (
      kilobytes
        .trim()
        .split(/\s+/)
        .reduce((sum, text) => sum + Number(text), 0) / 1024
    );
  };
  const startSampling = () => {
    let isRunning = true;
    let peak = 0;
    const loop = (async () => {
      while (isRunning) {
        peak = Math.max(peak, await memoryMb());
        await new Promise((resolve) => setTimeout(resolve, MEMORY_INTERVAL_MS));
      }
    })();
    return {
      stop: async () => {
        isRunning = false;
        await loop;
        return Math.max(peak, await memoryMb());
      },
    };
  };
  return { memoryMb, startSampling };
}
