import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Golden } from "./readGolden.ts";

const FILE = join(import.meta.dirname, "saved/baseline.json");

/** The baseline as it was last accepted. Throws when none was. */
export function savedGolden(): Golden {
  return JSON.parse(readFileSync(FILE, "utf8")) as Golden;
}

/** Accepts a baseline as the one to compare with from now on. */
export function acceptGolden(golden: Golden): void {
  mkdirSync(dirname(FILE), { recursive: true });
  writeFileSync(FILE, textOf(golden));
}

export function textOf(golden: Golden): string {
  return `${JSON.stringify(golden, null, 1)}\n`;
}
