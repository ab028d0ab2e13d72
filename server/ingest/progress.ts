import type { LiveEvent } from "../routers/views.ts";
import { gateRule } from "./gate/registry.ts";

/** How far a load is: the live event of the same name. */
export type LoadProgress = Extract<LiveEvent, { kind: "load" }>;
type Phase = LoadProgress["phase"];

export type Report = (phase: Phase, done: number, total: number | null, message?: string) => void;

/** Makes the function that tells of one load. */
export function progressReporter(
  onProgress: ((progress: LoadProgress) => void) | undefined,
  load: number,
  document: string,
): Report {
  return (phase, done, total, message) =>
    onProgress?.({ kind: "load", load, document, phase, done, total, message: message ?? null });
}

/** Rules by how often they were broken, most often first, as `rule × n`. */
export function reasonsOf(counts: Readonly<Record<string, number>>): string {
  return Object.entries(counts)
    .sort(([, a], [, b]) => b - a)
    .map(([rule, n]) => `${rule} × ${n}`)
    .join(", ");
}

/** What a committed receipt says beside its counts: which rules held rows back; null when none did. */
export function committedMessage(counts: Readonly<Record<string, number>>): string | null {
  const entries = Object.entries(counts).sort(([, a], [, b]) => b - a);
  if (entries.length === 0) return null;
  const zh = entries.map(([rule, n]) => `${gateRule(rule)?.title.zh ?? rule} ${n} 行`).join("，");
  const en = entries.map(([rule, n]) => `${gateRule(rule)?.title.en ?? rule}: ${n}`).join("; ");
  return `未入库：${zh}\nheld back: ${en}`;
}
