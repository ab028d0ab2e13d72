import { workerData } from "piscina";
import { AppError } from "../../models/errors.ts";
import { backtest } from "../../models/forecast/backtest.ts";
import { besideDrivers } from "../../models/forecast/besideDrivers.ts";
import { candidate } from "../../models/forecast/candidates.ts";
import type { ForecastModel } from "../../models/forecast/contract.ts";
import { driversAsOf } from "../../models/forecast/driversAsOf.ts";
import { fitOnce } from "../../models/forecast/fitOnce.ts";
import { MODEL_REFUSES, stoppedBy } from "../../models/forecast/refusal.ts";
import { asOf } from "../../models/series/asOf.ts";
import { nextPeriod } from "../../models/series/period.ts";
import { lastIndex, seriesOf, sliceSeries } from "../../models/series/series.ts";
import { loadDailyModels } from "../jobs/loadModelRegistry.ts";
import { analyse, analyseTogether } from "./analyse.ts";
import type {
  AnalysisAnswer,
  BacktestAnswer,
  BacktestTask,
  ForecastAnswer,
  ForecastTask,
  ModelTask,
} from "./modelTasks.ts";
import { trySeasonal } from "./trySeasonal.ts";
import { yieldToPages } from "./yieldToPages.ts";

yieldToPages();

/** What the pool hands every thread. */
const { modelsDir } = workerData as { modelsDir: string };
const { models } = await loadDailyModels(modelsDir);

/** Runs one model task. The engine of the base is never imported here: it does not survive a thread. */
export default async function modelWorker(
  task: ModelTask,
): Promise<BacktestAnswer | ForecastAnswer | AnalysisAnswer | readonly AnalysisAnswer[]> {
  if (task.kind === "analysis") return analyse(task);
  if (task.kind === "analyses") return analyseTogether(task);
  if (task.kind === "seasonal-trial") return trySeasonal(task);
  return task.kind === "backtest" ? backtestOf(task) : forecastOf(task);
}

async function backtestOf({ port, models: ids, ...request }: BacktestTask): Promise<BacktestAnswer> {
  try {
    return backtest({
      ...request,
      models: await Promise.all(ids.map(modelOf)),
      ...(port && { onOrigin: (done, total) => port.postMessage([done, total]) }),
    });
  } finally {
    port?.close();
  }
}

async function forecastOf(task: ForecastTask): Promise<ForecastAnswer> {
  const series = seriesOf(task.head, asOf(task.history, task.asOf));
  const last = lastIndex(series);
  if (last === null) return { origin: null, made: [], failures: [] };
  const target = sliceSeries(series, 0, last + 1);
  const made: ForecastAnswer["made"][number][] = [];
  const failures: ForecastAnswer["failures"][number][] = [];
  for (const id of task.models) {
    try {
      const model = await modelOf(id);
      const known = driversAsOf(model, task.head.indicator, task.drivers, task.asOf);
      const read = besideDrivers(model, target, known, task.horizon, task.seed);
      const fitted = fitOnce(model, read.target, task.seed, undefined, read.drivers);
      const forecast = fitted.predict(task.horizon, task.levels);
      const { frequency, basis } = task.head;
      const periods = forecast.mean.map((_, h) => nextPeriod(forecast.start, frequency, h, basis));
      made.push({ model: id, version: model.version, periods, forecast, members: fitted.members ?? [] });
    } catch (error) {
      failures.push({ model: id, ...stoppedBy(error, MODEL_REFUSES) });
    }
  }
  return { origin: target.periods[last]!, made, failures };
}

/** A model of the thread's own, or a candidate, loaded when first asked for. */
async function modelOf(id: string): Promise<ForecastModel> {
  const found = models.find((m) => m.model.id === id)?.model ?? (await candidate(id));
  if (!found)
    throw new AppError("not-found", `no forecast model "${id}" in this thread; is its file still there?`);
  return found;
}
