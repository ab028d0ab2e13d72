import type { Severity } from "./contract.ts";

/** Where each severity begins; a step that a rule does not use is left out. */
export interface Steps {
  watch: number;
  warning?: number;
  critical?: number;
}

/** Figures arrive rounded to a decimal; sums and differences of them carry binary dust that must not decide. */
const DUST = 1e-9;

/**
 * How bad a figure is against rising or falling steps. A figure exactly on a step has not crossed it.
 * Returns the step that speaks: the one crossed last, or the first one where none is.
 */
export function severityOf(
  value: number,
  side: "above" | "below",
  steps: Steps,
): { severity: Severity; threshold: number } {
  const beyond = (step: number | undefined): step is number =>
    step !== undefined && (side === "above" ? value > step + DUST : value < step - DUST);
  if (beyond(steps.critical)) return { severity: "critical", threshold: steps.critical };
  if (beyond(steps.warning)) return { severity: "warning", threshold: steps.warning };
  return { severity: beyond(steps.watch) ? "watch" : "none", threshold: steps.watch };
}

const ORDER: readonly Severity[] = ["none", "watch", "warning", "critical"];

/** Negative when `a` is milder than `b`, 0 when equal, positive when worse. */
export function compareSeverity(a: Severity, b: Severity): number {
  return ORDER.indexOf(a) - ORDER.indexOf(b);
}
