// The release in dist/, with the tools of scripts/tools.mjs.

import { spawnSync } from "node:child_process";

import { ROOT, provideBuildTools } from "./tools.mjs";

// Trunk 0.21 refuses the common NO_COLOR=1, as it wants a word there.
const { NO_COLOR: _, ...env } = provideBuildTools();
const { status } = spawnSync("trunk", ["build", "--release"], { cwd: ROOT, env, stdio: "inherit" });
process.exit(status ?? 1);
