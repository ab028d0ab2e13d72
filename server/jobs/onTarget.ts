import { AppError } from "../../models/errors.ts";
import type { JobFailure, ModelJob, ModelWork } from "./modelJob.ts";
import { beginRun, isCancelled, type RunSubject } from "./recordRun.ts";

/** How one model's part of a task ended, in a sentence for its record. */
export interface Verdict {
  state: "done" | "refused" | "failed";
  message: string;
}

/**
 * Runs one task for several models on one target, each model under a run record of its own. A model without a
 * result is recorded as failed with its message, or as refused where the figures do not allow it, and the others stand;
 * when the task itself fails, all are.
 * Cancelling is recorded and thrown on.
 */
export async function onTarget<T>(
  job: ModelJob,
  kind: "backtest" | "forecast",
  { target, models }: ModelWork,
  how: Required<Pick<RunSubject, "inputs">> &
    Pick<RunSubject, "startedAt"> & { settings: Readonly<Record<string, unknown>> },
  task: (runs: ReadonlyMap<string, number>) => Promise<{ value: T; verdict: (model: string) => Verdict }>,
): Promise<{ value: T | null; failures: JobFailure[] }> {
  const { indicator } = target.head;
  const runs = new Map<string, number>();
  const { inputs, settings, startedAt } = how;
  for (const { model } of models) {
    const parameters = { ...settings, options: model.defaults };
    const { id, version } = model;
    runs.set(
      id,
      await beginRun(job.desk, {
        kind,
        model: id,
        indicator,
        version,
        inputs,
        parameters,
        ...(startedAt !== undefined && { startedAt }),
      }),
    );
  }
  const end = (model: string, state: Verdict["state"] | "cancelled", message: string): Promise<void> =>
    job.desk.runs.end(runs.get(model)!, state, message, job.desk.now().toISOString());
  try {
    const { value, verdict } = await task(runs);
    const failures: JobFailure[] = [];
    for (const { model } of models) {
      const { state, message } = verdict(model.id);
      await end(model.id, state, message);
      if (state === "failed") failures.push({ part: `${model.id} on ${indicator}`, message });
    }
    return { value, failures };
  } catch (error) {
    const cancelled = isCancelled(error);
    const message = error instanceof Error ? error.message : String(error);
    for (const { model } of models) await end(model.id, cancelled ? "cancelled" : "failed", message);
    if (cancelled) throw new AppError("cancelled", message, { cause: error });
    return { value: null, failures: [{ part: `${kind} of ${indicator}`, message }] };
  }
}
