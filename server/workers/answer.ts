import type { MessagePort } from "node:worker_threads";
import { AppError } from "../../models/errors.ts";
import { type Readings, type ReadSeries, readingsOf } from "../../models/readings/readings.ts";
import type { IsoDate } from "../../models/series/date.ts";
import type { AnalysisAnswer } from "./modelTasks.ts";

interface Given {
  read: readonly ReadSeries[];
  until: IsoDate;
  port: MessagePort | null;
}

/** Computes from what a day knew, in this thread: the result as JSON, or the sentence why there is none. */
export const answer = (task: Given, compute: (readings: Readings) => unknown): AnalysisAnswer =>
  answers(task, [compute])[0]!;

/** The same for several that share the readings. Each is told the time of the whole: none of them was made in less. */
export function answers(
  { read, until, port }: Given,
  computes: readonly ((readings: Readings) => unknown)[],
): AnalysisAnswer[] {
  const began = performance.now();
  let laid: Readings | null = null;
  try {
    const told = computes.map((compute) =>
      said(() => {
        laid ??= readingsOf(read, until);
        return { day: laid.day, result: JSON.stringify(compute(laid)) };
      }),
    );
    const durationMs = Math.round(performance.now() - began);
    return told.map((t) => (t.ok ? { ...t, durationMs } : t));
  } finally {
    port?.close();
  }
}

function said(make: () => { day: IsoDate; result: string }): AnalysisAnswer {
  try {
    return { ok: true, ...make(), durationMs: 0 };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return { ok: false, code: error.code, message: error.message, words: error.words };
  }
}
