/**
 * `npm run shots -- [URL] [FOLDER]`: screenshots of every page in three sizes, light and dark, Chinese and English,
 * of a running server (default: one started on the seeded baseline), into FOLDER (default tests/.out/shots).
 */
import { spawnSync } from "node:child_process";
import { join } from "node:path";

const ROOT = join(import.meta.dirname, "../..");
const run = spawnSync(
  join(ROOT, "node_modules/.bin/tsx"),
  [join(ROOT, "tests/e2e/takeShots.ts"), ...process.argv.slice(2)],
  { stdio: "inherit", cwd: ROOT },
);
process.exit(run.status ?? 1);
