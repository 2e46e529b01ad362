// The release in dist/, with the tools of scripts/tools.mjs.

import { spawnSync } from "node:child_process";
import { dirname } from "node:path";

import { ROOT, provideBuildTools, stop } from "./tools.mjs";

// Trunk 0.21 refuses the common NO_COLOR=1, as it wants a word there.
const { NO_COLOR: _, ...tools } = provideBuildTools();
// Added by cargo to the flags of .cargo/config.toml.
const env = { ...tools, CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS: remapped(crateFolders()) };
const { status } = spawnSync("trunk", ["build", "--release"], { cwd: ROOT, env, stdio: "inherit" });
process.exit(status ?? 1);

/** Where cargo keeps the sources of the crates we use: on most machines one folder. */
function crateFolders() {
  const asked = ["metadata", "--format-version", "1", "--locked"];
  const { status, stdout, stderr } = spawnSync("cargo", asked, {
    cwd: ROOT,
    env: tools,
    encoding: "utf8",
    maxBuffer: 1e9,
  });
  if (status !== 0) stop(`cargo metadata failed: ${stderr}`);
  const fromElsewhere = JSON.parse(stdout).packages.filter(({ source }) => source !== null);
  return new Set(fromElsewhere.map(({ manifest_path: path }) => dirname(dirname(path))));
}

/** Panics name files: without this the release would tell the home folder of who built it. */
function remapped(folders) {
  return [...folders].map((folder) => `--remap-path-prefix=${folder}=crates`).join(" ");
}
