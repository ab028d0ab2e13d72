import { workerData } from "piscina";
import { AppError } from "../../models/errors.ts";
import { backtest } from "../../models/forecast/backtest.ts";
import type { ForecastModel } from "../../models/forecast/contract.ts";
import { fitOnce } from "../../models/forecast/fitOnce.ts";
import { asOf } from "../../models/series/asOf.ts";
import { nextPeriod } from "../../models/series/period.ts";
import { lastIndex, seriesOf, sliceSeries } from "../../models/series/series.ts";
import { loadModelRegistry } from "../jobs/loadModelRegistry.ts";
import { analyse } from "./analyse.ts";
import type {
  AnalysisAnswer,
  BacktestAnswer,
  BacktestTask,
  ForecastAnswer,
  ForecastTask,
  ModelTask,
} from "./modelTasks.ts";
import { trySeasonal } from "./trySeasonal.ts";

/** What the pool hands every thread. */
const { modelsDir } = workerData as { modelsDir: string };
const registry = await loadModelRegistry(modelsDir);

/** Runs one model task. The engine of the base is never imported here: it does not survive a thread. */
export default function modelWorker(task: ModelTask): BacktestAnswer | ForecastAnswer | AnalysisAnswer {
  if (task.kind === "analysis") return analyse(task);
  if (task.kind === "seasonal-trial") return trySeasonal(task);
  return task.kind === "backtest" ? backtestOf(task) : forecastOf(task);
}

function backtestOf({ port, models, ...request }: BacktestTask): BacktestAnswer {
  try {
    return backtest({
      ...request,
      models: models.map(modelOf),
      ...(port && { onOrigin: (done, total) => port.postMessage([done, total]) }),
    });
  } finally {
    port?.close();
  }
}

function forecastOf(task: ForecastTask): ForecastAnswer {
  const series = seriesOf(task.head, asOf(task.history, task.asOf));
  const last = lastIndex(series);
  if (last === null) return { origin: null, made: [], failures: [] };
  const target = sliceSeries(series, 0, last + 1);
  const made: ForecastAnswer["made"][number][] = [];
  const failures: ForecastAnswer["failures"][number][] = [];
  for (const id of task.models) {
    try {
      const model = modelOf(id);
      const forecast = fitOnce(model, target, task.seed).predict(task.horizon, task.levels);
      const { frequency, basis } = task.head;
      const periods = forecast.mean.map((_, h) => nextPeriod(forecast.start, frequency, h, basis));
      made.push({ model: id, version: model.version, periods, forecast });
    } catch (error) {
      failures.push({ model: id, message: error instanceof Error ? error.message : String(error) });
    }
  }
  return { origin: target.periods[last]!, made, failures };
}

function modelOf(id: string): ForecastModel {
  const found = registry.get(id);
  if (!found)
    throw new AppError("not-found", `no forecast model "${id}" in this thread; is its file still there?`);
  return found.model;
}
