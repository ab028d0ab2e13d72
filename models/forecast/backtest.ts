import { asOf } from "../series/asOf.ts";
import { PERIODS_PER_YEAR } from "../series/frequency.ts";
import { slotOf } from "../series/period.ts";
import type { BacktestFailure, BacktestPoint, BacktestRequest, BacktestResult } from "./backtestContract.ts";
import type { FittedModel, Forecast, ForecastModel } from "./contract.ts";
import { rootMeanSquaredError } from "./evaluate.ts";
import { fitOnce } from "./fitOnce.ts";
import { naive } from "./naive.ts";
import { type Origin, originsOf, targetOf } from "./origins.ts";
import { seasonalNaive } from "./seasonalNaive.ts";
import { summarise } from "./summarise.ts";

const LEVELS = [80, 95] as const;
const BENCHMARKS: readonly ForecastModel[] = [naive, seasonalNaive];

/**
 * Rolling back-test: at every origin each model sees the series as known on that day and forecasts; the forecast
 * is held against the figure known at `actualsAsOf`. Periods never published on their own (January where only
 * January–February is) are not scored. A model that fails at an origin fails there alone: the message is kept, the
 * rest goes on. Structures (orders, members) are chosen anew every half year of origins, parameters at every origin; both
 * only from what was known then. The benchmark of a horizon is the better (lower RMSE) of naive and seasonal naive on its origins.
 */
export function backtest(request: BacktestRequest): BacktestResult {
  const origins = originsOf(request);
  const failures: BacktestFailure[] = [];
  const tried = [
    ...BENCHMARKS.filter((b) => b.frequencies.includes(request.head.frequency)),
    ...request.models,
  ];
  const models = tried.filter((m, i) => tried.findIndex((other) => other.id === m.id) === i);
  const actuals = actualsBySlot(request);
  const said = new Map<string, Shot[]>(models.map((m) => [m.id, []]));
  const structures = new Map<string, FittedModel>();
  const halfYear = Math.max(
    1,
    Math.round(PERIODS_PER_YEAR[request.head.frequency] / 2 / (request.step ?? 1)),
  );
  origins.forEach((origin, i) => {
    for (const model of models) {
      try {
        const horizon = Math.max(...request.horizons);
        const structure = i % halfYear === 0 ? undefined : structures.get(model.id);
        const fitted = fitOnce(model, origin.known, request.seed, structure);
        structures.set(model.id, fitted);
        const forecast = fitted.predict(horizon, LEVELS);
        said.get(model.id)!.push(...shots(request, origin, forecast, actuals));
      } catch (error) {
        failures.push({ model: model.id, origin: origin.period, message: messageOf(error) });
      }
    }
    request.onOrigin?.(i + 1, origins.length);
  });
  const points = request.horizons.flatMap((horizon) => {
    const benchmark = betterBenchmark(said, horizon);
    return request.models.flatMap((model) => pointsOf(request, model, horizon, said, benchmark));
  });
  const { summaries, unscored } = summarise(request, origins, points);
  return { points, summaries, failures: [...failures, ...unscored] };
}

/** A forecast of one horizon beside what came true. */
interface Shot
  extends Pick<
    BacktestPoint,
    "horizon" | "predicted" | "lower80" | "upper80" | "lower95" | "upper95" | "actual"
  > {
  origin: Origin;
}

function shots(
  request: BacktestRequest,
  origin: Origin,
  forecast: Forecast,
  actuals: ReadonlyMap<number, number>,
): Shot[] {
  const [inner, outer] = LEVELS.map((level) => forecast.intervals.find((i) => i.level === level)!);
  const at = slotOf(origin.period, request.head.frequency);
  return request.horizons.flatMap((horizon) => {
    const actual = actuals.get(at + horizon);
    if (actual === undefined) return [];
    const h = horizon - 1;
    const shot = {
      origin,
      horizon,
      actual,
      predicted: forecast.mean[h]!,
      lower80: inner!.lower[h]!,
      upper80: inner!.upper[h]!,
      lower95: outer!.lower[h]!,
      upper95: outer!.upper[h]!,
    };
    return [shot];
  });
}

function actualsBySlot({ head, history, actualsAsOf }: BacktestRequest): Map<number, number> {
  const actuals = new Map<number, number>();
  for (const o of asOf(history, actualsAsOf))
    if (o.value !== null) actuals.set(slotOf(o.period, head.frequency), o.value);
  return actuals;
}

/** What the better benchmark said, by origin. On origins where seasonal naive had too short a history, naive speaks. */
function betterBenchmark(said: ReadonlyMap<string, readonly Shot[]>, horizon: number): Map<string, number> {
  const at = (id: string) => (said.get(id) ?? []).filter((s) => s.horizon === horizon);
  const plain = at(naive.id);
  const seasonal = at(seasonalNaive.id);
  const both = new Set(seasonal.map((s) => s.origin.period));
  const common = plain.filter((s) => both.has(s.origin.period));
  const error = (list: readonly Shot[]) =>
    rootMeanSquaredError(
      list.map((s) => s.actual),
      list.map((s) => s.predicted),
    );
  const result = new Map(plain.map((s) => [s.origin.period, s.predicted]));
  if (common.length > 0 && error(seasonal) < error(common))
    for (const s of seasonal) result.set(s.origin.period, s.predicted);
  return result;
}

function pointsOf(
  request: BacktestRequest,
  model: ForecastModel,
  horizon: number,
  said: ReadonlyMap<string, readonly Shot[]>,
  benchmark: ReadonlyMap<string, number>,
): BacktestPoint[] {
  return said.get(model.id)!.flatMap(({ origin, ...shot }) => {
    const reference = benchmark.get(origin.period);
    if (shot.horizon !== horizon || reference === undefined) return [];
    return [
      {
        model: model.id,
        modelVersion: model.version,
        indicator: request.head.indicator,
        region: request.head.region,
        ...shot,
        origin: origin.period,
        originAsOf: origin.day,
        target: targetOf(request, origin.period, horizon),
        naive: reference,
      },
    ];
  });
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
