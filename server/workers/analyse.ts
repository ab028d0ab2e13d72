import { analysisById } from "../../models/analyses/registry.ts";
import { answer } from "./answer.ts";
import type { AnalysisAnswer, AnalysisTask } from "./modelTasks.ts";

/** One standing analysis. */
export function analyse(task: AnalysisTask): AnalysisAnswer {
  return answer(task, (readings) =>
    analysisById(task.analysis).compute(task.subject, readings, task.seed, (done, total) =>
      task.port?.postMessage([done, total]),
    ),
  );
}
