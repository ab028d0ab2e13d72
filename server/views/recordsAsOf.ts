import type { PointFilter } from "../../db/stores/contract.ts";
import type { BacktestSummary } from "../../models/forecast/backtestContract.ts";
import type { PointGroup } from "../../models/forecast/pointGroup.ts";
import { summarise } from "../../models/forecast/summarise.ts";
import { indicatorById } from "../../models/indicators/registry.ts";
import type { Services } from "../services.ts";

/** Error records as a day knew them, and the back-test points behind them where the day is looked back to. */
export interface RecordsThen {
  records: BacktestSummary[];
  /** null on the base's own day, whose records are kept ready. */
  groups: PointGroup[] | null;
}

/**
 * Error records as somebody knew them on a day: the stored ones on the base's own day; on an earlier one the same
 * summaries made of the points whose origin and actual were known by then.
 */
export async function recordsAsOf(
  s: Pick<Services, "base" | "edition">,
  { asOf, ...filter }: PointFilter,
): Promise<RecordsThen> {
  if (s.edition.baseDate === null || asOf >= s.edition.baseDate)
    return { records: await s.base.forecasts.errors(filter), groups: null };
  const groups = await s.base.forecasts.points({ ...filter, asOf });
  return { records: groups.flatMap(recordOf), groups };
}

function recordOf(group: PointGroup): BacktestSummary[] {
  const frequency = indicatorById(group.indicator)?.frequency;
  if (frequency === undefined) return [];
  const record = summarise(group, frequency);
  return "unscored" in record ? [] : [record];
}
