// Prints the size of every shipped file, says how far the first load is from its target, and fails when it
// grows beyond where it stands.

import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

import { ROOT } from "./tools.mjs";

/** index, css, js, app wasm, text worker: what is needed before the first file can be dropped. */
const FIRST_LOAD = /^(?!(?:books|certainty)_worker).*\.(html|css|js|wasm)$/;
const TARGET_BYTES = 250_000;
/** Where the first load stands, and a little room: nearly all of it is the app's wasm, views above all. */
const CEILING_BYTES = 1_265_000;

/** Per file of `folder`: name and bytes as they are, gzipped, and with brotli. */
export function sizes(folder = join(ROOT, "dist")) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => {
      const path = join(entry.parentPath ?? entry.path, entry.name);
      const bytes = readFileSync(path);
      const options = { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } };
      return {
        name: path.slice(folder.length + 1),
        raw: bytes.length,
        gzip: gzipSync(bytes, { level: 9 }).length,
        brotli: brotliCompressSync(bytes, options).length,
      };
    })
    .sort((a, b) => b.brotli - a.brotli);
}

/** Prints the table; answers whether the first load is under its ceiling. */
export function printSizes() {
  const files = sizes();
  const firstLoad = files.filter(({ name }) => FIRST_LOAD.test(name));
  const total = (key) => firstLoad.reduce((sum, file) => sum + file[key], 0);
  const row = (name, raw, gzip, brotli) =>
    console.log(
      `${name.padEnd(46)}${[raw, gzip, brotli].map((n) => String(n).padStart(10)).join("")}`,
    );
  row("bytes", "raw", "gzip", "brotli");
  for (const { name, raw, gzip, brotli } of files) row(name, raw, gzip, brotli);
  row("first load", total("raw"), total("gzip"), total("brotli"));
  const firstLoadBytes = total("brotli");
  const missed = firstLoadBytes - TARGET_BYTES;
  console.log(
    `target of the first load: ${TARGET_BYTES} bytes brotli, ${missed > 0 ? `missed by ${missed}` : "met"}`,
  );
  const isWithin = firstLoadBytes <= CEILING_BYTES;
  console.log(`ceiling: ${CEILING_BYTES}, ${isWithin ? "kept" : "EXCEEDED"}`);
  return isWithin;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  process.exitCode = printSizes() ? 0 : 1;
}
