/** `npm run bench:models`: installs what is missing, then tests/bench/models/main.ts. */
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { checkNode, installPackages, ROOT } from "../../../server/launch/prepare.mjs";

checkNode();
installPackages();
const run = spawnSync(
  process.execPath,
  ["--import", "tsx", join(ROOT, "tests/bench/models/main.ts"), ...process.argv.slice(2)],
  { stdio: "inherit" },
);
process.exit(run.status ?? 1);
