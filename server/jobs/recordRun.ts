import type { ReadVintage, RunInFull, RunStore } from "../../db/stores/contract.ts";
import { linesOf, stoppedBy } from "../../models/forecast/refusal.ts";
import type { IsoDate } from "../../models/series/date.ts";

/** What every run of this process has in common. */
export interface RunDesk {
  runs: RunStore;
  now: () => Date;
  codeVersion: string;
  dataVersion: string;
  asOf: IsoDate;
  /** The refresh that runs are a part of. */
  parent?: number;
}

/** Random numbers of models start here; recorded with each run so that it can be repeated. */
export const SEED = 20_250_101;

export interface RunSubject extends Partial<Pick<RunInFull, "version" | "inputs" | "parameters">> {
  /** bounds · backtest · forecast · analysis · warnings · replay · refresh · first · daily · records … */
  kind: string;
  model: string | null;
  indicator: string | null;
  /** When it read its figures, where that was before it began. */
  startedAt?: string;
}

export type Outcome<T> =
  | { ok: true; value: T; run: number }
  | { ok: false; refused: boolean; message: string; run: number };

/**
 * Runs `work` under a record: what it was, on which data and code, when, and how it ended. A failure is
 * recorded with its message and returned, not thrown: it stays with its owner. Figures too few are no failure but a
 * refusal, recorded as one. Cancelling is recorded as such and thrown on, because everything after it is cancelled too.
 * `work` returns the sentence for the record beside its value, and what it read where that was not known before.
 */
export async function recordRun<T>(
  desk: RunDesk,
  subject: RunSubject,
  work: (run: number) => Promise<{ value: T; message: string | null; inputs?: readonly ReadVintage[] }>,
): Promise<Outcome<T>> {
  const run = await beginRun(desk, subject);
  try {
    const { value, message, inputs } = await work(run);
    await desk.runs.end(run, "done", message, desk.now().toISOString(), inputs);
    return { ok: true, value, run };
  } catch (error) {
    const { refused, words } = stoppedBy(error);
    const message = linesOf(words);
    const cancelled = isCancelled(error);
    const state = cancelled ? "cancelled" : refused ? "refused" : "failed";
    await desk.runs.end(run, state, message, desk.now().toISOString());
    if (cancelled) throw error;
    return { ok: false, refused, message, run };
  }
}

export function beginRun(desk: RunDesk, subject: RunSubject): Promise<number> {
  return desk.runs.begin({
    ...subject,
    ...(desk.parent !== undefined && { parent: desk.parent }),
    asOf: desk.asOf,
    seed: SEED,
    dataVersion: desk.dataVersion,
    codeVersion: desk.codeVersion,
    startedAt: subject.startedAt ?? desk.now().toISOString(),
  });
}

export function isCancelled(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return error.name === "AbortError" || ("code" in error && error.code === "cancelled");
}
