import { existsSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { ReferenceCase } from "./case.ts";
import { type Comparison, collector } from "./compare.ts";
import type { MethodCheck } from "./method.ts";

export interface CaseResult {
  method: string;
  case: string;
  comparisons: number;
  failures: readonly Comparison[];
  /** The largest relative difference among those that pass. */
  worst: number;
  seconds: number;
  error: string | null;
}

const METHODS = join(import.meta.dirname, "methods");

/** The check of a method; null where the product has none, which counts as a failure of each of its cases. */
export async function checkOf(method: string): Promise<MethodCheck | null> {
  const file = join(METHODS, `${method}.ts`);
  if (!/^[\w-]+$/.test(method) || !existsSync(file)) return null;
  return ((await import(pathToFileURL(file).href)) as { check: MethodCheck }).check;
}

export async function runCase(c: ReferenceCase): Promise<CaseResult> {
  const found = await checkOf(c.method);
  const result = { method: c.method, case: c.case, comparisons: 0, failures: [], worst: 0, seconds: 0 };
  if (!found) return { ...result, error: `the product has no method "${c.method}"` };
  const compare = collector();
  const start = process.cpuUsage();
  let error: string | null = null;
  try {
    found.check(c, compare);
    if (compare.all.length === 0) error = "the check compared nothing";
  } catch (thrown) {
    error = thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown);
  }
  const used = process.cpuUsage(start);
  return {
    ...result,
    comparisons: compare.all.length,
    failures: compare.all.filter((x) => !x.passed),
    worst: compare.all.reduce(
      (w, x) => (x.passed && x.kind === "relative" ? Math.max(w, x.difference) : w),
      0,
    ),
    seconds: (used.user + used.system) / 1e6,
    error,
  };
}
