/** `npm run golden`: the diff of the seeded baseline against the accepted one; `-- --accept` accepts it. */
import { spawnSync } from "node:child_process";
import { checkNode, installPackages, ROOT } from "../../server/launch/prepare.mjs";

checkNode();
installPackages();
const run = spawnSync(
  process.execPath,
  ["--import", "tsx", "tests/golden/show.ts", ...process.argv.slice(2)],
  {
    cwd: ROOT,
    stdio: "inherit",
    env: { ...process.env, UV_THREADPOOL_SIZE: "16" },
  },
);
process.exit(run.status ?? 1);
