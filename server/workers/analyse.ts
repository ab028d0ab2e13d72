import { analysisById } from "../../models/analyses/registry.ts";
import { answers } from "./answer.ts";
import type { AnalysesTask, AnalysisAnswer, AnalysisTask } from "./modelTasks.ts";

/** One standing analysis. */
export const analyse = ({ analysis, subject, ...task }: AnalysisTask): AnalysisAnswer =>
  analyseTogether({ ...task, kind: "analyses", parts: [{ analysis, subject }] })[0]!;

/** Standing analyses of the same figures: answers in the order of the parts. */
export const analyseTogether = ({ parts, ...task }: AnalysesTask): AnalysisAnswer[] =>
  answers(
    task,
    parts.map(
      ({ analysis, subject }) =>
        (readings) =>
          analysisById(analysis).compute(subject, readings, task.seed, (done, total) =>
            task.port?.postMessage([done, total]),
          ),
    ),
  );
