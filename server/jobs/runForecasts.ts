import type { StoredForecast } from "../../db/stores/contract.ts";
import { AppError } from "../../models/errors.ts";
import type { StoredObservation } from "../../models/series/observation.ts";
import { sdOf80 } from "../../models/warning/provenForecasts.ts";
import type { ForecastAnswer } from "../workers/modelTasks.ts";
import { historiesOf, type JobFailure, type ModelJob, type ModelWork } from "./modelJob.ts";
import { beginRun, isCancelled, SEED } from "./recordRun.ts";
import { LEVELS } from "./targets.ts";

/**
 * Forecasts targets with models on what is known as of the desk's day, and stores what each model said under
 * its own name. A model that fails is recorded as failed and has no forecast; nobody stands in for it.
 */
export async function runForecasts(
  job: ModelJob,
  work: readonly ModelWork[],
  onProgress: (done: number, total: number) => void,
): Promise<{ forecasts: number; failures: JobFailure[] }> {
  const histories = await historiesOf(job, work);
  let done = 0;
  const results = await Promise.all(
    work.map(async (one, i) => {
      const result = await forecastTarget(job, one, histories[i]!);
      done += 1;
      onProgress(done, work.length);
      return result;
    }),
  );
  return {
    forecasts: results.reduce((sum, r) => sum + r.forecasts, 0),
    failures: results.flatMap((r) => r.failures),
  };
}

async function forecastTarget(
  job: ModelJob,
  { target, models }: ModelWork,
  history: readonly StoredObservation[],
): Promise<{ forecasts: number; failures: JobFailure[] }> {
  const { head, horizons } = target;
  const runs = new Map<string, number>();
  for (const { model } of models) {
    const about = { kind: "forecast", model: model.id, indicator: head.indicator };
    runs.set(model.id, await beginRun(job.desk, about));
  }
  const end = (id: string, state: "done" | "failed" | "cancelled", message: string): Promise<void> =>
    job.desk.runs.end(runs.get(id)!, state, message, job.desk.now().toISOString());
  try {
    const answer = await job.pool.run(
      {
        kind: "forecast",
        head,
        history,
        models: models.map((m) => m.model.id),
        seed: SEED,
        asOf: job.desk.asOf,
        horizon: Math.max(...horizons),
        levels: LEVELS,
      },
      job.signal ? { signal: job.signal } : {},
    );
    const rows = storedForecasts(answer, head, job.desk.asOf, runs);
    await job.base.forecasts.saveForecasts(rows);
    const failures: JobFailure[] = [];
    for (const { model } of models) {
      const made = rows.find((r) => r.model === model.id);
      const message =
        answer.failures.find((f) => f.model === model.id)?.message ??
        `${head.indicator} has no figure as of ${job.desk.asOf}`;
      await end(
        model.id,
        made ? "done" : "failed",
        made ? `${made.periods.length} periods after ${made.origin}` : message,
      );
      if (!made) failures.push({ part: `${model.id} on ${head.indicator}`, message });
    }
    return { forecasts: rows.length, failures };
  } catch (error) {
    const cancelled = isCancelled(error);
    const message = error instanceof Error ? error.message : String(error);
    for (const { model } of models) await end(model.id, cancelled ? "cancelled" : "failed", message);
    if (cancelled) throw new AppError("cancelled", message, { cause: error });
    return { forecasts: 0, failures: [{ part: `forecast of ${head.indicator}`, message }] };
  }
}

function storedForecasts(
  answer: ForecastAnswer,
  head: { indicator: string; region: string },
  asOf: string,
  runs: ReadonlyMap<string, number>,
): StoredForecast[] {
  const { origin } = answer;
  if (origin === null) return [];
  return answer.made.map(({ model, version, periods, forecast }) => {
    const eighty = forecast.intervals.find((i) => i.level === 80)!;
    return {
      model,
      modelVersion: version,
      indicator: head.indicator,
      region: head.region,
      asOf,
      origin,
      periods,
      mean: forecast.mean,
      sd: sdOf80(eighty.lower, eighty.upper),
      intervals: forecast.intervals,
      run: runs.get(model)!,
    };
  });
}
