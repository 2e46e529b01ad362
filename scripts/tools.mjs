// The tools of the build, each of exactly one version, in a cache folder of the user that is keyed by
// version: a second run or a second clone has nothing to do. Run by itself it provides them all.

import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { homedir } from "node:os";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";

export const ROOT = fileURLToPath(new URL("..", import.meta.url));

const CACHE = join(process.env.XDG_CACHE_HOME || join(homedir(), ".cache"), "kernklant", "tools");
const WASM_TARGET = "wasm32-unknown-unknown";
const TRUNK_VERSION = "0.21.14";
const BINARYEN_VERSION = "132.0.0";

/** Everything that `trunk build` needs; answers the environment to run it in. */
export function provideBuildTools() {
  provideRust();
  const folders = [
    provideCrate("trunk", TRUNK_VERSION),
    provideCrate("wasm-bindgen-cli", lockedVersion("wasm-bindgen")),
    provideWasmOpt(),
  ];
  return { ...process.env, PATH: [...folders, process.env.PATH].join(delimiter) };
}

/** The path of a program that came with the wasm-bindgen of Cargo.lock. */
export function wasmBindgenProgram(name) {
  return join(provideCrate("wasm-bindgen-cli", lockedVersion("wasm-bindgen")), name);
}

/** The first of `names` on the PATH as a full path, or undefined. */
export function found(...names) {
  const folders = (process.env.PATH ?? "").split(delimiter);
  return names
    .flatMap((name) => folders.map((folder) => join(folder, name)))
    .find((path) => existsSync(path));
}

/** Installs a Debian package where that is possible; answers whether it did. */
export function installDebianPackage(name) {
  if (process.getuid?.() !== 0 || !found("apt-get")) return false;
  say(`installing ${name} with apt-get`);
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  const install = () =>
    runs("apt-get", ["install", "-y", "-q", "--no-install-recommends", name], { env });
  return install() || (runs("apt-get", ["update", "-q"], { env }) && install());
}

export function say(text) {
  console.log(`[tools] ${text}`);
}

export function stop(text) {
  console.error(`[tools] ${text}`);
  process.exit(1);
}

function provideRust() {
  if (!found("cargo", "cargo.exe")) {
    stop("Rust is missing. Install it with rustup (https://rustup.rs), then run this again.");
  }
  const libdir = spawnSync("rustc", ["--print", "target-libdir", "--target", WASM_TARGET], {
    cwd: ROOT,
    encoding: "utf8",
  });
  if (libdir.status === 0 && existsSync(libdir.stdout.trim())) return;
  if (!found("rustup", "rustup.exe")) {
    stop(`This Rust has no ${WASM_TARGET} target and no rustup to add it: install rustup.`);
  }
  say(`adding the target ${WASM_TARGET}`);
  if (!runs("rustup", ["target", "add", WASM_TARGET])) {
    stop(`rustup could not add ${WASM_TARGET}; its message stands above.`);
  }
}

/** Installs a crate's programs once per version; answers their folder. */
function provideCrate(name, version) {
  const root = join(CACHE, `${name}-${version}`);
  const folder = join(root, "bin");
  if (existsSync(join(root, ".crates.toml"))) return folder;
  say(`installing ${name} ${version} into ${root} (once; several minutes)`);
  // A target folder of the caller would be filled with the tool's own parts.
  const { CARGO_TARGET_DIR: _, ...env } = process.env;
  const args = ["install", name, "--version", version, "--locked", "--root", root];
  // Not from the project's folder: its .cargo/config.toml is not about tools.
  mkdirSync(root, { recursive: true });
  if (!runs("cargo", args, { cwd: root, env })) {
    stop(`cargo could not install ${name} ${version}; its message stands above.`);
  }
  return folder;
}

/**
 * npm's binaryen on every machine: the same version gives the same bytes. Debian 12 has version 108,
 * which exports the wrong one of wasm-bindgen's two tables, so that nothing starts.
 */
function provideWasmOpt() {
  const root = join(CACHE, `binaryen-${BINARYEN_VERSION}`);
  const folder = join(root, "node_modules", ".bin");
  if (existsSync(folder)) return folder;
  say(`installing binaryen ${BINARYEN_VERSION} into ${root} (once; 100 MB)`);
  mkdirSync(root, { recursive: true });
  const args = ["install", "--no-fund", "--no-audit", "--prefix", root];
  if (!runs("npm", [...args, `binaryen@${BINARYEN_VERSION}`])) {
    stop("npm could not install binaryen; its message stands above.");
  }
  return folder;
}

function lockedVersion(crate) {
  const lock = readFileSync(join(ROOT, "Cargo.lock"), "utf8");
  const version = lock.match(new RegExp(`name = "${crate}"\nversion = "([^"]+)"`))?.[1];
  return version ?? stop(`Cargo.lock does not name ${crate}.`);
}

function runs(program, args, options = {}) {
  return spawnSync(program, args, { stdio: "inherit", ...options }).status === 0;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  provideBuildTools();
  say("ready");
}
