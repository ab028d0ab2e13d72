import type { PointFilter } from "../../../db/stores/contract.ts";
import type { PointGroup } from "../../../models/forecast/pointGroup.ts";
import { type ErrorRecordThen, recordOf } from "../../../models/forecast/recordOf.ts";
import { indicatorById } from "../../../models/indicators/registry.ts";
import type { Services } from "../../services.ts";

/** Error records with standings as a day knew them, and the back-test points behind them. */
export interface RecordsThen {
  records: ErrorRecordThen[];
  groups: PointGroup[];
}

/**
 * Error records and standings as somebody knew them on a day: made of the points whose origin and actual were known by
 * then. On the base's own day they are the records that the back-tests left.
 */
export async function recordsAsOf(s: Pick<Services, "base">, filter: PointFilter): Promise<RecordsThen> {
  const groups = await s.base.forecasts.points(filter);
  const records = groups.flatMap((group) => {
    const frequency = indicatorById(group.indicator)?.frequency;
    return frequency === undefined ? [] : (recordOf(group, frequency) ?? []);
  });
  return { records, groups };
}
