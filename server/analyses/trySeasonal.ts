import { seasonalAdjustment } from "../../models/analyses/seasonalAdjustment.ts";
import type { SeasonalTrialResult } from "../../models/analyses/seasonalTrial.ts";
import { AppError } from "../../models/errors.ts";
import { NATION } from "../../models/indicators/nation.ts";
import { heads } from "../../models/indicators/registry.ts";
import type { SeasonalTrial } from "../../models/seasonal/china/whatIf.ts";
import type { IsoDate } from "../../models/series/date.ts";
import type { Services } from "../services.ts";

/**
 * An adjustment under other settings beside the policy's, made in a thread for who asks: off the record, nothing is kept.
 * Throws AppError where the settings do not go with the figures.
 */
export async function trySeasonal(
  s: Pick<Services, "base" | "jobs">,
  indicator: string,
  trial: SeasonalTrial,
  asOf: IsoDate,
): Promise<SeasonalTrialResult> {
  const keys = seasonalAdjustment.reads(indicator).map((id) => ({ indicator: id, region: NATION }));
  const histories = await s.base.observations.history(keys, { asOf });
  const read = keys.map((key, i) => ({
    head: { ...heads(key.indicator), region: NATION },
    history: histories[i] ?? [],
  }));
  const answer = await s.jobs.pool.run({ kind: "seasonal-trial", indicator, read, until: asOf, trial });
  if (!answer.ok) throw new AppError(answer.code, answer.message);
  return JSON.parse(answer.result) as SeasonalTrialResult;
}
