// Cargo's runner for wasm tests: serves them with wasm-bindgen's own runner, opens them in the same
// Chromium as the other tests, and prints what the page prints. No chromedriver has to match anything.

import { spawn } from "node:child_process";
import { createServer } from "node:net";

import { launchChromium } from "./browser.mjs";
import { wasmBindgenProgram } from "./tools.mjs";

const PATIENCE_MS = 120_000;

const address = `127.0.0.1:${await freePort()}`;
const server = spawn(wasmBindgenProgram("wasm-bindgen-test-runner"), process.argv.slice(2), {
  env: { ...process.env, NO_HEADLESS: "1", WASM_BINDGEN_TEST_ADDRESS: address },
  stdio: ["ignore", "pipe", "inherit"],
});
const browser = await launchChromium();
try {
  await untilServing(server);
  const page = await browser.newPage();
  const trouble = [];
  page.on("pageerror", (error) => trouble.push(error.message));
  await page.goto(`http://${address}/`);
  const output = page.locator("#output", { hasText: "test result: " });
  const text = await output.textContent({ timeout: PATIENCE_MS }).catch(async () => {
    const soFar = await page.locator("#output").textContent();
    return [soFar, ...trouble, "test result: FAILED. The tests did not end."].join("\n");
  });
  console.log(text);
  process.exitCode = text.includes("test result: ok") ? 0 : 1;
} finally {
  await browser.close();
  server.kill();
}

async function freePort() {
  const probe = createServer();
  await new Promise((resolve) => probe.listen(0, "127.0.0.1", resolve));
  const { port } = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  return port;
}

/** The runner says so; it ends at once when there is nothing to run. */
function untilServing(child) {
  return new Promise((resolve, reject) => {
    child.stdout.on("data", (data) => {
      if (String(data).includes("available at")) resolve();
    });
    child.once("exit", (code) => reject(new Error(`the test runner ended with ${code}`)));
  });
}
