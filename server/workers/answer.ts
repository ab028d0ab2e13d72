import type { MessagePort } from "node:worker_threads";
import { type Readings, type ReadSeries, readingsOf } from "../../models/analyses/readings.ts";
import { AppError } from "../../models/errors.ts";
import type { IsoDate } from "../../models/series/date.ts";
import type { AnalysisAnswer } from "./modelTasks.ts";

/** Computes from what a day knew, in this thread: the result as JSON, or the sentence why there is none. */
export function answer(
  task: { read: readonly ReadSeries[]; until: IsoDate; port: MessagePort | null },
  compute: (readings: Readings) => unknown,
): AnalysisAnswer {
  const began = performance.now();
  try {
    const readings = readingsOf(task.read, task.until);
    const result = compute(readings);
    const durationMs = Math.round(performance.now() - began);
    return { ok: true, day: readings.day, result: JSON.stringify(result), durationMs };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return { ok: false, code: error.code, message: error.message };
  } finally {
    task.port?.close();
  }
}
