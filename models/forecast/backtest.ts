import { PERIODS_PER_YEAR } from "../series/frequency.ts";
import { type Period, slotOf } from "../series/period.ts";
import { actualsOf } from "./actualsOf.ts";
import type {
  Actual,
  BacktestFailure,
  BacktestPoint,
  BacktestRequest,
  BacktestResult,
  BacktestSummary,
} from "./backtestContract.ts";
import { benchmarkOf } from "./benchmarkOf.ts";
import { besideDrivers } from "./besideDrivers.ts";
import type { FittedModel, Forecast, ForecastModel } from "./contract.ts";
import { driversAsOf } from "./driversAsOf.ts";
import { naiveScale } from "./evaluate.ts";
import { fitOnce } from "./fitOnce.ts";
import { keptOrigins } from "./keptOrigins.ts";
import { naive } from "./naive.ts";
import { type Origin, originsOf, targetOf } from "./origins.ts";
import { type GroupName, groupAsOf, type UnjudgedPoint } from "./pointGroup.ts";
import { MODEL_REFUSES, stoppedBy } from "./refusal.ts";
import { seasonalNaive } from "./seasonalNaive.ts";
import { summarise } from "./summarise.ts";

const LEVELS = [80, 95] as const;
const BENCHMARKS: readonly ForecastModel[] = [naive, seasonalNaive];

/**
 * Rolling back-test: at every origin each model sees the series as known on that day and forecasts; the forecast
 * is held against the figure known at `actualsAsOf`. Periods never published on their own (January where only
 * January–February is) are not scored. A model that fails at an origin fails there alone: the message is kept, the
 * rest goes on. Structures (orders, members) are chosen anew every half year of origins, parameters at every origin; both
 * only from what was known then; drivers too are seen as the origin's day knew them. The benchmark of a model at a horizon is the better (lower RMSE) of naive and seasonal naive on its origins.
 */
export function backtest(request: BacktestRequest): BacktestResult {
  const { indicator, region } = request.head;
  const origins = originsOf(request);
  const failures: BacktestFailure[] = [];
  const tried = [
    ...BENCHMARKS.filter((b) => b.frequencies.includes(request.head.frequency)),
    ...request.models,
  ];
  const models = tried.filter((m, i) => tried.findIndex((other) => other.id === m.id) === i);
  const actuals = actualsOf(request);
  const season = PERIODS_PER_YEAR[request.head.frequency];
  const scales = new Map(origins.map((o) => [o.period, naiveScale(o.known.values, season)]));
  const said = new Map<string, Shot[]>(models.map((m) => [m.id, []]));
  const structures = new Map<string, FittedModel>();
  const halfYear = Math.max(
    1,
    Math.round(PERIODS_PER_YEAR[request.head.frequency] / 2 / (request.step ?? 1)),
  );
  const kept = keptOrigins(request, origins, actuals, halfYear);
  origins.forEach((origin, i) => {
    // Every block stands by itself: what is kept of one does not change another.
    if (i % halfYear === 0) structures.clear();
    for (const model of kept.anew[i] ? models : []) {
      try {
        const horizon = Math.max(...request.horizons);
        const structure = structures.get(model.id);
        const known = driversAsOf(model, request.head.indicator, request.drivers ?? [], origin.day);
        const { target, drivers } = besideDrivers(model, origin.known, known, horizon, request.seed);
        const fitted = fitOnce(model, target, request.seed, structure, drivers);
        structures.set(model.id, fitted);
        const forecast = fitted.predict(horizon, LEVELS);
        said.get(model.id)!.push(...shots(request, origin, forecast, actuals));
      } catch (error) {
        const { refused, words } = stoppedBy(error, MODEL_REFUSES);
        failures.push({ model: model.id, origin: origin.period, message: words.en, refused, words });
      }
    }
    request.onOrigin?.(i + 1, origins.length);
  });
  const points: BacktestPoint[] = [];
  const summaries: BacktestSummary[] = [];
  for (const horizon of request.horizons)
    for (const model of request.models) {
      const name = { model: model.id, modelVersion: model.version, indicator, region, horizon };
      const own = [...kept.points(name), ...pointsOf(request, name, said, scales)].sort(
        (a, b) => slotOf(a.origin, request.head.frequency) - slotOf(b.origin, request.head.frequency),
      );
      const group = groupAsOf(name, own, request.actualsAsOf);
      const benchmark = benchmarkOf(group);
      points.push(...own.map((p, i) => ({ ...p, naive: benchmark[i]! })));
      const summary = summarise(group, request.head.frequency);
      if (!("unscored" in summary)) summaries.push(summary);
      else {
        const { zh, en } = summary.unscored;
        const words = {
          zh: `提前${horizon}期：${zh}`,
          en: `${indicator}, ${horizon} ahead: ${en}`,
        };
        failures.push({ model: model.id, origin: null, message: words.en, refused: true, words });
      }
    }
  return { points, summaries, failures };
}

/** A forecast of one horizon beside what came true. */
interface Shot
  extends Pick<
    BacktestPoint,
    "horizon" | "predicted" | "lower80" | "upper80" | "lower95" | "upper95" | "actual" | "actuals"
  > {
  origin: Origin;
}

function shots(
  request: BacktestRequest,
  origin: Origin,
  forecast: Forecast,
  actuals: ReadonlyMap<number, readonly Actual[]>,
): Shot[] {
  const [inner, outer] = LEVELS.map((level) => forecast.intervals.find((i) => i.level === level)!);
  const at = slotOf(origin.period, request.head.frequency);
  return request.horizons.flatMap((horizon) => {
    const words = actuals.get(at + horizon);
    const actual = words?.at(-1)?.value ?? null;
    if (!words || actual === null) return [];
    const h = horizon - 1;
    const shot = {
      origin,
      horizon,
      actual,
      actuals: words,
      predicted: forecast.mean[h]!,
      lower80: inner!.lower[h]!,
      upper80: inner!.upper[h]!,
      lower95: outer!.lower[h]!,
      upper95: outer!.upper[h]!,
    };
    return [shot];
  });
}

/** One model's points at one horizon; the benchmark is chosen when all are there. */
function pointsOf(
  request: BacktestRequest,
  name: GroupName,
  said: ReadonlyMap<string, readonly Shot[]>,
  scales: ReadonlyMap<Period, number | null>,
): UnjudgedPoint[] {
  const at = (model: string) => (said.get(model) ?? []).filter((s) => s.horizon === name.horizon);
  const sayings = (model: string) => new Map(at(model).map((s) => [s.origin.period, s.predicted]));
  const plain = sayings(naive.id);
  const seasonal = sayings(seasonalNaive.id);
  return at(name.model).flatMap(({ origin, ...shot }) => {
    const plainNaive = plain.get(origin.period);
    if (plainNaive === undefined) return [];
    return [
      {
        ...name,
        ...shot,
        origin: origin.period,
        originAsOf: origin.day,
        originBasis: origin.basis,
        target: targetOf(request, origin.period, name.horizon),
        scale: scales.get(origin.period) ?? null,
        plainNaive,
        seasonalNaive: seasonal.get(origin.period) ?? null,
      },
    ];
  });
}
