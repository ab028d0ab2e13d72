import type { StageSummary } from "./recordSummary.ts";

/**
 * Whether in calm times the last figure is as good a guide, however much nearer the nowcast is in a crisis: true where it was nearer
 * no more often than a fair coin might make it, 2k ≤ n + √n, a standard deviation above half.
 */
export const calmlyAlike = ({ nearer, n }: Pick<StageSummary, "nearer" | "n">): boolean =>
  2 * nearer <= n + Math.sqrt(n);
