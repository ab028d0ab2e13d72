import { seasonalTrial } from "../../models/analyses/seasonalTrial.ts";
import { AppError } from "../../models/errors.ts";
import { seasonalPolicyOf } from "../../models/seasonal/china/policies.ts";
import { answer } from "./answer.ts";
import type { AnalysisAnswer, SeasonalTrialTask } from "./modelTasks.ts";

/** An adjustment under other settings beside the policy's. Nothing is kept. */
export function trySeasonal(task: SeasonalTrialTask): AnalysisAnswer {
  return answer(task, (readings) => {
    const policy = seasonalPolicyOf(task.indicator);
    if (!policy) throw new AppError("not-found", `${task.indicator} is not adjusted`);
    return seasonalTrial(readings, policy, task.trial);
  });
}
