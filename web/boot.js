// Starts the app, in the order that lets nothing leave: policy, app, worker module, lock.
// Not a module of the app: what must still work after a panic in wasm lives here.
// Why in this order: docs/security.md, sections 1 (rule 8), 3 and 4.

const FORBIDDEN =
  /<\s*\/?\s*(?:script|iframe|object|embed|base|meta|link|form)\b|[\s"'/]on\w+\s*=|javascript:/i;

/** Script addresses we made ourselves, the only ones the page may start. */
const ownScripts = new Set();

if (globalThis.trustedTypes) {
  trustedTypes.createPolicy("default", {
    // Leptos writes static parts of its views through innerHTML; nothing else does.
    createHTML: (markup) => (FORBIDDEN.test(markup) ? null : markup),
    createScriptURL: (url) => (ownScripts.has(String(url)) ? url : null),
  });
}

const kernklant = {
  /** Set after a panic: the instance must not write any more. */
  dead: false,
  /** `performance.now()` of the moment from which nothing can be asked of any network. */
  lockedAt: undefined,
  spawnTextWorker: () => spawnWorker("text"),
  spawnBooksWorker: () => spawnWorker("books"),
  spawnCertaintyWorker: () => spawnWorker("certainty"),
  die,
};
globalThis.kernklant = kernklant;

// Without the header that forbids framing (a plain pages host), a framed page refuses to start.
const isFramed = globalThis.top !== globalThis.self;
if (isFramed) {
  document.getElementById("shell")?.remove();
} else {
  addEventListener("error", ({ error }) => {
    if (error instanceof WebAssembly.RuntimeError) die();
  });
  start().catch((error) => {
    console.error(error);
    rescue(TEXTS.notStarted);
  });
}

async function start() {
  const { default: init } = await import(metaContent("app-js"));
  await init({ module_or_path: fetch(metaContent("app-wasm")) });
  document.getElementById("shell")?.remove();
  await workerParts("text");
  // What is needed later, or by few: after the page has come to rest, and without it the rest still works.
  await idle();
  await Promise.allSettled(["certainty", "books"].map(workerParts));
  // The typeface too comes before the lock, so that nothing is fetched after it.
  await document.fonts.ready;
  lock();
}

/** From here on neither page nor worker reaches any address, its own host included. */
function lock() {
  const meta = document.createElement("meta");
  meta.httpEquiv = "Content-Security-Policy";
  meta.content = "connect-src 'none'";
  document.head.append(meta);
  kernklant.lockedAt = performance.now();
}

function metaContent(name) {
  return document.querySelector(`meta[name="${name}"]`).content;
}

/** By name, what a worker is made of. */
const partsOfWorkers = new Map();

/** A worker's module, compiled, and the address of its script; fetched once, before the lock. */
function workerParts(name) {
  if (!partsOfWorkers.has(name)) partsOfWorkers.set(name, fetchWorkerParts(name));
  return partsOfWorkers.get(name);
}

async function fetchWorkerParts(name) {
  const [module, glue] = await Promise.all([
    WebAssembly.compileStreaming(fetch(`${name}_worker_bg.wasm`)),
    fetch(`${name}_worker.js`).then((response) => response.text()),
  ]);
  const starter = `
    onunhandledrejection = ({ reason }) => reportError(reason);
    onmessage = ({ data }) => { onmessage = null; wasm_bindgen({ module_or_path: data }); };`;
  const url = URL.createObjectURL(new Blob([glue, starter], { type: "text/javascript" }));
  ownScripts.add(url);
  return { module, url };
}

/** When nothing else is to be done; Safari cannot say when that is. */
function idle() {
  return new Promise((resolve) => {
    if (globalThis.requestIdleCallback) requestIdleCallback(resolve, { timeout: 2_000 });
    else setTimeout(resolve, 200);
  });
}

/**
 * A started worker; its first message back says that it is ready.
 *
 * From a blob, because such a worker takes over the page's policy and lock on every host, headers or not,
 * and a worker started again later asks the network for nothing.
 */
async function spawnWorker(name) {
  const { module, url } = await workerParts(name);
  const worker = new Worker(url, { name });
  worker.postMessage(module);
  return worker;
}

/** Called by the panic hook, and for a trap without a hook such as a failed allocation. */
function die() {
  if (kernklant.dead) return;
  kernklant.dead = true;
  rescue(TEXTS.died);
}

const TEXTS = {
  died: {
    nl: [
      "Er ging iets mis in Kernklant",
      "De pagina is gestopt. Wat je hebt bewaard staat nog in deze browser; het laatste wat je deed misschien niet.",
    ],
    en: [
      "Something went wrong in Kernklant",
      "The page has stopped. What was saved is still in this browser; the very last thing you did may not be.",
    ],
  },
  notStarted: {
    nl: [
      "Kernklant kon niet starten",
      "Je browser is te oud, of het laden is onderbroken. Werk je browser bij, of laad de pagina opnieuw.",
    ],
    en: [
      "Kernklant could not start",
      "Your browser is too old, or loading was interrupted. Update your browser, or reload the page.",
    ],
  },
  save: { nl: "Bewaard werk downloaden", en: "Download saved work" },
  nothingSaved: {
    nl: "Er is in deze browser niets bewaard.",
    en: "Nothing is saved in this browser.",
  },
  reload: { nl: "Pagina opnieuw laden", en: "Reload the page" },
};

/** Covers the page with what happened and the two things that can be done. */
function rescue(texts) {
  const locale = document.documentElement.lang === "en" ? "en" : "nl";
  const [title, body] = texts[locale];
  const box = element("div", { className: "rescue__in" }, [
    element("h1", { className: "opening__say", textContent: title }),
    element("p", { textContent: body }),
  ]);
  const save = button(TEXTS.save[locale], async () => {
    const copy = await savedCopy().catch(() => undefined);
    if (copy) return download(copy);
    save.disabled = true;
    box.append(element("p", { role: "status", textContent: TEXTS.nothingSaved[locale] }));
  });
  box.append(save);
  box.append(button(TEXTS.reload[locale], () => location.reload()));
  const panel = element(
    "div",
    { className: "rescue", role: "alertdialog", ariaModal: "true", ariaLabel: title },
    [box],
  );
  document.body.replaceChildren(panel);
  box.querySelector("button").focus();
}

/**
 * The text of the last save, which is the file of 'Save a copy', or undefined.
 *
 * The wasm that could read it is gone, so this follows src/platform/storage/places.rs by hand; whether
 * the text is whole is found out when it is opened.
 */
async function savedCopy() {
  const [, , place, sequence] = localStorage.getItem("kernklant.head")?.split(" ") ?? [];
  if (place === "indexed") return (await savedRecord(Number(sequence)))?.pieces.join("");
  const slot = localStorage.getItem(`kernklant.slot.${Number(sequence) % 2}`);
  return slot?.slice(slot.indexOf("\n") + 1);
}

function savedRecord(sequence) {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open("kernklant");
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const reading = opening.result.transaction("saves").objectStore("saves").get(sequence);
      reading.onerror = () => reject(reading.error);
      reading.onsuccess = () => resolve(reading.result);
    };
  });
}

function download(text) {
  const url = URL.createObjectURL(new Blob([text], { type: "application/json" }));
  element("a", { href: url, download: "kernklant.kernklant" }).click();
}

function button(text, onClick) {
  const made = element("button", { className: "button", type: "button", textContent: text });
  made.addEventListener("click", onClick);
  return made;
}

function element(name, properties, children = []) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
}
