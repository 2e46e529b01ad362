// Work on the Customers screen: each act from the event to the frame that shows its answer, and the
// longest task until the page is quiet again. Reports, asserts nothing.

import { LISTS, benchFile } from "./bench_data.mjs";
import { longestTaskMs, ms, onLoadedApp, row } from "./bench_page.mjs";

const PATIENCE_MS = 60_000;
/** Where a slider is moved to, one after the other; the middle answer is reported. */
const WEIGHTS = ["90", "10", "60"];
const N_SCROLLS = 40;

/** Measures on lists of every length. */
export async function measureScreen(url) {
  for (const list of LISTS) {
    const { path } = await benchFile(list);
    console.log(`\nCustomers screen, ${list.nCustomers} customers`);
    await onLoadedApp(url, path, (page) => measureList(page, list));
  }
}

async function measureList(page, { nCustomers }) {
  await page.evaluate(() => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(globalThis.picker.files[0]);
    const drop = new DragEvent("drop", { dataTransfer, bubbles: true, cancelable: true });
    document.querySelector(".drop").dispatchEvent(drop);
  });
  await page.locator(`main[data-classified="${nCustomers}"] tr[data-line]`).first().waitFor();
  await longestTaskMs(page);

  await page.getByRole("button", { name: "Gewichten en grenzen" }).click();
  await page.locator(".customers__side input[type=range]").first().waitFor();
  await page.waitForTimeout(500);
  const moves = [];
  for (const value of WEIGHTS) {
    moves.push(await timed(page, { act: "weigh", value, shown: "tr.grid__group th" }));
    await page.waitForTimeout(500);
  }
  await report(page, "weight slider to painted classes", median(moves));
  await page.getByRole("button", { name: "Sluit gewichten en grenzen" }).click();

  const rows = "tr[data-line]";
  const acts = [
    ["sort by revenue", { act: "sort", value: "Omzet", shown: rows }],
    ["sort by name", { act: "sort", value: "Klant", shown: rows }],
    ["filter on C", { act: "filter", value: "C ", shown: rows }],
    ["filter off", { act: "filter", value: "Alle ", shown: rows }],
    ["search", { act: "search", value: "smit", shown: rows }],
    ["search off", { act: "search", value: "", shown: rows }],
  ];
  for (const [what, act] of acts) await report(page, what, await timed(page, act));
  const worst = await page.evaluate(scrollThrough, { nSteps: N_SCROLLS });
  await report(page, "scrolling, slowest step", worst);
  await report(page, "rate to saved", await page.evaluate(rateAndSave, PATIENCE_MS));
}

async function report(page, what, value) {
  const longest = await longestTaskMs(page);
  row(what, ms(value, "nothing"), `longest task ${ms(longest, "under 50 ms")}`);
}

function timed(page, act) {
  return page.evaluate(actAndWatch, { ...act, patienceMs: PATIENCE_MS });
}

function median(values) {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
}

/**
 * Runs in the page: does one thing, and waits until what `shown` selects reads otherwise and is painted. It
 * begins with a frame, as what a user does is told to the page; at a random moment half a frame would be added.
 */
async function actAndWatch({ act, value, shown, patienceMs }) {
  const text = () => [...document.querySelectorAll(shown)].map((e) => e.textContent).join("\n");
  const painted = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
  const before = text();
  const set = (input, value) => {
    input.value = value;
    input.dispatchEvent(new Event("input", { bubbles: true }));
  };
  const press = (buttons, name) =>
    [...document.querySelectorAll(buttons)]
      .find((button) => button.textContent.trim().startsWith(name))
      .click();
  const acts = {
    weigh: () => set(document.querySelector(".customers__side input[type=range]"), value),
    search: () => set(document.querySelector("input[type=search]"), value),
    sort: () => press("table.grid th button", value),
    filter: () => press(".tabs button", value),
  };
  await new Promise((resolve) => requestAnimationFrame(resolve));
  const start = performance.now();
  // What changes before this runs is painted by the frame that has begun.
  const endOfFrame = new Promise((resolve) => setTimeout(resolve));
  let isSameFrame = true;
  endOfFrame.then(() => (isSameFrame = false));
  acts[act]();
  return new Promise((resolve, reject) => {
    const isShown = () => text() !== before;
    const done = () =>
      (isSameFrame ? endOfFrame : painted()).then(() => resolve(performance.now() - start));
    if (isShown()) return done();
    const observer = new MutationObserver(() => {
      if (!isShown()) return;
      observer.disconnect();
      done();
    });
    observer.observe(document.body, { subtree: true, childList: true, characterData: true });
    setTimeout(() => reject(new Error(`${act} ${value}: nothing changed`)), patienceMs);
  });
}

/** Runs in the page: the longest time from a scroll until rows stand in the middle of the window. */
async function scrollThrough({ nSteps }) {
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  const hasRow = () =>
    document.elementFromPoint(innerWidth / 3, innerHeight / 2)?.closest("tr[data-line]") !== null;
  const grid = document.querySelector("table.grid");
  grid.scrollIntoView();
  const step = (grid.getBoundingClientRect().height - 2 * innerHeight) / nSteps;
  let worst = 0;
  for (let i = 0; i < nSteps; i++) {
    const start = performance.now();
    scrollBy(0, Math.max(0, step));
    do await frame();
    while (!hasRow() && performance.now() - start < 2000);
    worst = Math.max(worst, performance.now() - start);
  }
  scrollTo(0, 0);
  return worst;
}

/** Runs in the page: from a rating in the grid until the bar says that it is saved. */
async function rateAndSave(patienceMs) {
  document.querySelector("table.grid").scrollIntoView();
  const select = document.querySelector("tr[data-line] select");
  const status = document.querySelector("header");
  const before = status.textContent;
  const start = performance.now();
  let isPending = false;
  return new Promise((resolve, reject) => {
    const observer = new MutationObserver(() => {
      isPending ||= status.textContent !== before;
      if (!isPending || !/Bewaard op dit apparaat, \d/.test(status.textContent)) return;
      observer.disconnect();
      resolve(performance.now() - start);
    });
    observer.observe(status, { subtree: true, childList: true, characterData: true });
    setTimeout(() => reject(new Error("not saved")), patienceMs);
    select.value = select.value === "4" ? "3" : "4";
    select.dispatchEvent(new Event("change", { bubbles: true }));
  });
}
