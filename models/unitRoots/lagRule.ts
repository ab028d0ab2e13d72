/** Rules of thumb for the truncation lag, as the programs have them. */
export type LagRule = number | "none" | "short" | "long";

/**
 * short ⌊4 (n/100)^¼⌋, long ⌊12 (n/100)^¼⌋ (Schwert 1989), none 0, or the number itself.
 */
export function lagByRule(rule: LagRule, n: number): number {
  if (typeof rule === "number") return rule;
  if (rule === "none") return 0;
  return Math.floor((rule === "short" ? 4 : 12) * (n / 100) ** 0.25);
}
