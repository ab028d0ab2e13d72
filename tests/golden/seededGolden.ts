import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { baselineCopy, dropFolder } from "../support/baseline.ts";
import { type Golden, readGolden } from "./readGolden.ts";

const ROOT = join(import.meta.dirname, "../..");

/** What the product says of its baseline when started on an empty folder: the real start, seeding and models included. */
export async function seededGolden(): Promise<Golden> {
  const build = spawnSync(process.execPath, ["server/launch/build.mjs"], { cwd: ROOT, encoding: "utf8" });
  if (build.status !== 0) throw new Error(`the build failed:\n${build.stdout}${build.stderr}`);
  const folder = await baselineCopy();
  try {
    return await readGolden(folder);
  } finally {
    dropFolder(folder);
  }
}
