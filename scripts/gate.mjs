// "Nothing leaves the browser", checked on the release: dist/ holds no address and no door outwards, and
// no path of the machine that built it.
// Also: the policy in index.html is the one of the headers, less what a meta tag cannot say.

import { existsSync, readFileSync, readdirSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";

import { ROOT, stop } from "./tools.mjs";

const DIST = join(ROOT, "dist");

/** Names of XML languages, which nobody fetches. */
const NAMESPACES = [
  "http://www.w3.org/2000/svg",
  "http://www.w3.org/1999/xlink",
  "http://www.w3.org/1999/xhtml",
  "http://www.w3.org/1998/Math/MathML",
  "http://www.w3.org/XML/1998/namespace",
  "http://www.w3.org/2000/xmlns/",
];

/** Each with what it could do. */
const DOORS = [
  [/RTCPeerConnection/, "opens a connection that no policy governs"],
  [/sendBeacon/, "sends"],
  [/\bWebSocket\b/, "opens a connection"],
  [/\bEventSource\b/, "opens a connection"],
  [/XMLHttpRequest/, "sends"],
  [/window\.open\b/, "carries data in an address"],
  [/\blocation(?:\.href)?\s*=[^=]/, "carries data in an address"],
  [/\blocation\.(?:assign|replace)\b/, "carries data in an address"],
  [/\bimportScripts\b/, "loads foreign code"],
  [/\beval\s*\(/, "runs text as code"],
  [/new Function\b/, "runs text as code"],
];

if (!existsSync(join(DIST, "index.html"))) stop("dist/index.html is missing: make build");

const complaints = [];
// The font's licence is not code, and names its authors' addresses.
const files = readdirSync(DIST, { recursive: true }).filter((name) =>
  /\.(html|js|css|wasm|svg|json)$/.test(name),
);
for (const name of files) {
  // Latin-1 shows the texts inside wasm as they are.
  const text = readFileSync(join(DIST, name), "latin1");
  for (const [address] of text.matchAll(/https?:\/\/[\w./?#=&%~+-]*/g)) {
    // In wasm, texts stand against each other: what follows a name is the next text.
    if (!NAMESPACES.some((namespace) => address.startsWith(namespace))) {
      complaints.push(`${name}: the address ${address}`);
    }
  }
  for (const folder of [join(homedir(), "/"), ROOT]) {
    if (text.includes(folder)) complaints.push(`${name}: the path ${folder}`);
  }
  for (const [pattern, what] of DOORS) {
    const hit = text.match(pattern);
    if (hit) complaints.push(`${name}: ${hit[0]}, which ${what}`);
  }
}

const policyIn = (name, pattern) => readFileSync(join(DIST, name), "utf8").match(pattern)?.[1];
const header = policyIn("_headers", /^\/\*\n\s+Content-Security-Policy: (.*)$/m);
const meta = policyIn(
  "index.html",
  /<head>\s*<meta http-equiv="Content-Security-Policy" content="([^"]*)"/,
);
if (header === undefined) complaints.push("_headers: no policy");
if (meta === undefined) complaints.push("index.html: no policy");
if (header?.replace(" frame-ancestors 'none';", "") !== meta) {
  complaints.push("index.html and _headers disagree on the policy");
}

for (const complaint of complaints) console.error(complaint);
console.log(
  complaints.length === 0
    ? `gate: ${files.length} files, no address and no door outwards`
    : `gate: ${complaints.length} complaints`,
);
process.exitCode = complaints.length === 0 ? 0 : 1;
