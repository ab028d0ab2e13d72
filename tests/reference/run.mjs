/** `npm run reference -- [DIR] [method …]`: installs what is missing, then tests/reference/main.ts. */
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { checkNode, installPackages, ROOT } from "../../server/launch/prepare.mjs";

checkNode();
installPackages();
const run = spawnSync(
  process.execPath,
  ["--import", "tsx", join(ROOT, "tests/reference/main.ts"), ...process.argv.slice(2)],
  { stdio: "inherit" },
);
process.exit(run.status ?? 1);
