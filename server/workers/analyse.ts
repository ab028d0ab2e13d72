import { readingsOf } from "../../models/analyses/readings.ts";
import { analysisById } from "../../models/analyses/registry.ts";
import { AppError } from "../../models/errors.ts";
import type { AnalysisAnswer, AnalysisTask } from "./modelTasks.ts";

/** One standing analysis in this thread: its result as JSON, or the sentence why the day knows too little for it. */
export function analyse({ analysis, subject, read, until, seed, port }: AnalysisTask): AnalysisAnswer {
  const began = performance.now();
  try {
    const readings = readingsOf(read, until);
    const result = analysisById(analysis).compute(subject, readings, seed, (done, total) =>
      port?.postMessage([done, total]),
    );
    const durationMs = Math.round(performance.now() - began);
    return { ok: true, day: readings.day, result: JSON.stringify(result), durationMs };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return { ok: false, code: error.code, message: error.message };
  } finally {
    port?.close();
  }
}
