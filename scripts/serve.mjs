// Serves a folder with the headers of its own `_headers` file, as a static host would.
// A missing file is a 404, never index.html. Not for the open internet: it listens on this machine only.

import { createReadStream, existsSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join, normalize, sep } from "node:path";
import { fileURLToPath } from "node:url";

import { headerRules, headersFor } from "./headers.mjs";
import { ROOT } from "./tools.mjs";

const TYPES = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".mjs": "text/javascript; charset=utf-8",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".wasm": "application/wasm",
  ".webmanifest": "application/manifest+json",
  ".woff2": "font/woff2",
};

/**
 * Starts serving `folder`; port 0 takes any free one.
 * Answers `{ url, requests, close() }`, `requests` being the paths asked for so far.
 */
export async function serve(folder, port = 0) {
  const headerFile = join(folder, "_headers");
  const rules = existsSync(headerFile) ? headerRules(headerFile) : [];
  const requests = [];
  const server = createServer((request, response) => {
    const path = decodedPath(request.url);
    requests.push(path ?? request.url);
    answer(request, response, path && fileFor(folder, path), path ? headersFor(rules, path) : []);
  });
  await new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", resolve);
  });
  const close = () => {
    server.closeAllConnections();
    return new Promise((resolve) => server.close(resolve));
  };
  return { url: `http://127.0.0.1:${server.address().port}/`, requests, close };
}

function decodedPath(url) {
  try {
    return decodeURIComponent(new URL(url, "http://localhost").pathname);
  } catch {
    return undefined;
  }
}

/** The file of a path, or undefined; nothing outside the folder, and not the file of headers. */
function fileFor(folder, path) {
  const file = normalize(join(folder, path.endsWith("/") ? `${path}index.html` : path));
  const isInside = file.startsWith(normalize(folder + sep)) && path !== "/_headers";
  return isInside && existsSync(file) && statSync(file).isFile() ? file : undefined;
}

function answer(request, response, file, headers) {
  for (const [name, value] of headers) response.setHeader(name, value);
  if (request.method !== "GET" && request.method !== "HEAD") {
    response.writeHead(405).end();
  } else if (file) {
    response.setHeader("Content-Type", TYPES[extname(file)] ?? "application/octet-stream");
    response.setHeader("Content-Length", statSync(file).size);
    response.writeHead(200);
    if (request.method === "HEAD") response.end();
    else createReadStream(file).pipe(response);
  } else {
    response.setHeader("Cache-Control", "no-cache");
    response.setHeader("Content-Type", TYPES[".txt"]);
    response.writeHead(404).end("404\n");
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const port = Number(process.env.PORT || 8080);
  const dist = join(ROOT, "dist");
  try {
    const { url } = await serve(dist, port);
    console.log(`\nKernklant is at ${url} (Ctrl C stops it)`);
  } catch (error) {
    if (error.code !== "EADDRINUSE") throw error;
    console.error(`Port ${port} is taken. Stop what uses it, or: make serve PORT=8081`);
    process.exit(1);
  }
}
