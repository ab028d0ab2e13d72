import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runToTheEnd } from "./serverProcess.ts";

const ROOT = join(import.meta.dirname, "../..");

/**
 * A data folder with the whole seeded baseline: made once per build by running the real server on an empty
 * folder until all is computed, kept under tests/.out. Each caller gets a copy of its own to change.
 */
export async function baselineCopy(): Promise<string> {
  const build = readFileSync(join(ROOT, "dist/.built"), "utf8");
  const kept = join(ROOT, "tests/.out", `baseline-${build}`);
  if (!existsSync(kept)) {
    mkdirSync(join(ROOT, "tests/.out"), { recursive: true });
    const making = mkdtempSync(join(ROOT, "tests/.out/making-"));
    await runToTheEnd({ dataDir: making });
    renameSync(making, kept);
  }
  const copy = mkdtempSync(join(tmpdir(), "guanlan-"));
  cpSync(kept, copy, { recursive: true });
  return copy;
}

/** Removes a copy. */
export function dropFolder(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
}

/** Names and passwords of the first accounts of a data folder, by role. */
export function firstAccounts(dataDir: string): Record<string, { name: string; password: string }> {
  const text = readFileSync(join(dataDir, "first-accounts.txt"), "utf8");
  const accounts: Record<string, { name: string; password: string }> = {};
  for (const line of text.split("\n")) {
    const row = /^(\S+)\s+(\S+)\s+\((administrator|leader|analyst|modeler|steward)\)$/.exec(line.trim());
    if (row) accounts[row[3]!] = { name: row[1]!, password: row[2]! };
  }
  return accounts;
}
