// Finds or installs a Chromium, and starts it the one way that tests, benchmark and pictures share.

import { existsSync } from "node:fs";

import { found, installDebianPackage, stop } from "./tools.mjs";

const NAMES = [
  "chromium",
  "chromium-browser",
  "google-chrome-stable",
  "google-chrome",
  "chrome",
  "microsoft-edge",
];
const PLACES = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
];

/** The program to drive: CHROMIUM if set, else one that is installed, else Debian's. */
export function chromiumPath() {
  if (process.env.CHROMIUM) return process.env.CHROMIUM;
  const installed = () => found(...NAMES) ?? PLACES.find((path) => existsSync(path));
  return (
    installed() ??
    (installDebianPackage("chromium") ? installed() : undefined) ??
    stop("No Chromium or Chrome was found. Install one, or set CHROMIUM to its program.")
  );
}

/** A running browser without any traffic of its own. */
export async function launchChromium(options = {}) {
  const { chromium } = await import("playwright-core");
  return chromium.launch({
    executablePath: chromiumPath(),
    ...options,
    args: [
      "--disable-gpu",
      // Containers give /dev/shm 64 MB, which a large page outgrows.
      "--disable-dev-shm-usage",
      // Chromium refuses its sandbox as root, which is what CI is.
      ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
      ...(options.args ?? []),
    ],
  });
}
