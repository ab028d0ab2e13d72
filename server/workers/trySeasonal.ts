import { readingsOf } from "../../models/analyses/readings.ts";
import { seasonalTrial } from "../../models/analyses/seasonalTrial.ts";
import { AppError } from "../../models/errors.ts";
import { seasonalPolicyOf } from "../../models/seasonal/china/policies.ts";
import type { AnalysisAnswer, SeasonalTrialTask } from "./modelTasks.ts";

/** An adjustment under other settings, in this thread: both as JSON, or the sentence why it cannot be made. Nothing is kept. */
export function trySeasonal({ indicator, read, until, trial, port }: SeasonalTrialTask): AnalysisAnswer {
  const began = performance.now();
  try {
    const policy = seasonalPolicyOf(indicator);
    if (!policy) throw new AppError("not-found", `${indicator} is not adjusted`);
    const readings = readingsOf(read, until);
    const result = seasonalTrial(readings.series(indicator), policy, trial);
    const durationMs = Math.round(performance.now() - began);
    return { ok: true, day: readings.day, result: JSON.stringify(result), durationMs };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return { ok: false, code: error.code, message: error.message };
  } finally {
    port?.close();
  }
}
