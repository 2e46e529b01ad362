// Reads a `_headers` file as static hosts do: a path rule, then indented headers; `*` ends a rule.

import { readFileSync } from "node:fs";

/** Rules in file order: `{ matches(path), headers: [[name, value]] }`. */
export function headerRules(file) {
  const rules = [];
  for (const line of readFileSync(file, "utf8").split("\n")) {
    if (line.trim() === "" || line.startsWith("#")) continue;
    if (/^\s/.test(line)) {
      const [, name, value] = line.trim().match(/^([^:]+):\s*(.*)$/);
      rules.at(-1).headers.push([name, value]);
    } else {
      rules.push({ matches: matcher(line.trim()), headers: [] });
    }
  }
  return rules;
}

/** All headers of a path: a later rule adds to a policy and replaces anything else. */
export function headersFor(rules, path) {
  const headers = new Map();
  for (const [name, value] of rules
    .filter((rule) => rule.matches(path))
    .flatMap((r) => r.headers)) {
    const earlier = headers.get(name);
    const adds = earlier && name === "Content-Security-Policy";
    headers.set(name, adds ? `${earlier}, ${value}` : value);
  }
  return headers;
}

function matcher(pattern) {
  if (!pattern.endsWith("*")) return (path) => path === pattern;
  const start = pattern.slice(0, -1);
  return (path) => path.startsWith(start);
}
