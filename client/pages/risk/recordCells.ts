import type { CandidateRecord, ProbabilityModel } from "../../../models/warning/china/riskResult.ts";
import { formatNumber } from "../../format/formatNumber.ts";

/** What a record says in the cells of its table; a dash where nothing could be judged. */
export function recordCells(
  r: Pick<
    CandidateRecord & ProbabilityModel,
    "auroc" | "caught" | "onsets" | "lead" | "falseAlarmsPerYear" | "permutationP"
  > &
    Partial<Pick<CandidateRecord, "aurocLower" | "aurocUpper">>,
): { auroc: string; interval: string; caught: string; lead: string; falseAlarms: string; chance: string } {
  const or = (v: number | null | undefined, decimals: number): string =>
    v === null || v === undefined ? "—" : formatNumber(v, decimals);
  const { aurocLower: low, aurocUpper: high, permutationP: p } = r;
  return {
    auroc: or(r.auroc, 2),
    interval: low == null || high == null ? "" : `${formatNumber(low, 2)}–${formatNumber(high, 2)}`,
    caught: r.onsets === 0 ? "—" : `${formatNumber(r.caught, 0)} / ${formatNumber(r.onsets, 0)}`,
    lead: or(r.lead, 1),
    falseAlarms: or(r.falseAlarmsPerYear, 1),
    chance: p === null ? "—" : `${formatNumber(100 * p, 0)}%`,
  };
}
