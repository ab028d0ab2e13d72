import type { StageSummary } from "../../../models/nowcast/china/recordSummary.ts";
import { type IsoDate, parseIsoDate } from "../../../models/series/date.ts";

/**
 * The stage of the record that a nowcast stands at: the nearest one at least as far from publication, so that the record never
 * knew more than the nowcast does; the farthest where it is farther than all. Without a day of publication the farthest.
 * Of the whole sample. null without a record.
 */
export function stageNow(
  summary: readonly StageSummary[],
  asOf: IsoDate,
  due: IsoDate | null,
): StageSummary | null {
  const stages = summary.filter((s) => s.sample === "all").toSorted((a, b) => a.daysBefore - b.daysBefore);
  const ahead = due === null ? Number.POSITIVE_INFINITY : parseIsoDate(due)! - parseIsoDate(asOf)!;
  return stages.find((s) => s.daysBefore >= ahead) ?? stages.at(-1) ?? null;
}
