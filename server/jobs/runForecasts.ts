import type { StoredForecast } from "../../db/stores/contract.ts";
import { linesOf, type Stopped } from "../../models/forecast/refusal.ts";
import { LEVELS } from "../../models/forecast/targets.ts";
import { quotedEnglish } from "../../models/indicators/quotedEnglish.ts";
import { quotedName } from "../../models/indicators/quotedName.ts";
import type { IsoDate } from "../../models/series/date.ts";
import { sdOf80 } from "../../models/warning/provenForecasts.ts";
import { knownUntil, vintagesRead } from "../analyses/inputs.ts";
import type { ForecastAnswer } from "../workers/modelTasks.ts";
import { type JobFailure, type ModelJob, type ModelWork, type ReadForWork, readFor } from "./modelJob.ts";
import { onTarget, type Verdict } from "./onTarget.ts";
import { SEED } from "./recordRun.ts";

/**
 * Forecasts targets with models on what is known as of the desk's day, and stores what each model said under
 * its own name. A model that fails or refuses is recorded so and has no forecast; nobody stands in for it.
 */
export async function runForecasts(
  job: ModelJob,
  work: readonly ModelWork[],
  onProgress: (done: number, total: number) => void,
): Promise<{ forecasts: number; failures: JobFailure[] }> {
  const read = await readFor(job, work);
  let done = 0;
  const results = await Promise.all(
    work.map(async (one, i) => {
      const result = await forecastTarget(job, one, read[i]!);
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
  work: ModelWork,
  { history, drivers }: ReadForWork,
): Promise<{ forecasts: number; failures: JobFailure[] }> {
  const { head, horizons } = work.target;
  const { asOf } = job.desk;
  const inputs = vintagesRead(knownUntil([{ head, history }, ...drivers], asOf));
  const settings = { horizon: Math.max(...horizons), levels: LEVELS };
  const { value, failures } = await onTarget(job, "forecast", work, { inputs, settings }, async (runs) => {
    const answer = await job.pool.run(
      {
        kind: "forecast",
        head,
        history,
        drivers,
        models: work.models.map((m) => m.model.id),
        seed: SEED,
        asOf,
        ...settings,
      },
      job.signal ? { signal: job.signal } : {},
    );
    const rows = storedForecasts(answer, head, asOf, runs);
    await job.base.forecasts.saveForecasts(rows);
    const verdict = (model: string): Verdict => {
      const made = rows.find((r) => r.model === model);
      if (made)
        return {
          state: "done",
          message: `预测 ${made.origin} 之后 ${made.periods.length} 期\n${made.periods.length} periods after ${made.origin}`,
        };
      const why = answer.failures.find((f) => f.model === model) ?? nothingOf(head.indicator, asOf);
      return { state: why.refused ? "refused" : "failed", message: linesOf(why.words) };
    };
    return { value: rows.length, verdict };
  });
  return { forecasts: value ?? 0, failures };
}

const nothingOf = (indicator: string, asOf: IsoDate): Stopped => ({
  refused: true,
  words: {
    zh: `截至${asOf}，${quotedName(indicator)}还没有数据；预测至少需要一个`,
    en: `${quotedEnglish(indicator)} has no figure as of ${asOf}; a forecast needs at least one`,
  },
});

function storedForecasts(
  answer: ForecastAnswer,
  head: { indicator: string; region: string },
  asOf: string,
  runs: ReadonlyMap<string, number>,
): StoredForecast[] {
  const { origin } = answer;
  if (origin === null) return [];
  return answer.made.map(({ model, version, periods, forecast, members }) => {
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
      members,
      run: runs.get(model)!,
    };
  });
}
