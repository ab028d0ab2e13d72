import { PERIODS_PER_YEAR } from "../series/frequency.ts";
import type { BacktestFailure, BacktestPoint, BacktestRequest, BacktestSummary } from "./backtestContract.ts";
import {
  coverage,
  meanAbsoluteError,
  meanAbsoluteScaledError,
  naiveScale,
  relativeError,
  rootMeanSquaredError,
} from "./evaluate.ts";
import { gateOf } from "./gate.ts";
import type { Origin } from "./origins.ts";

/**
 * Error summaries by model and horizon. Where nothing can be measured (no origin scored, a history or a benchmark
 * that never errs) there is no summary but a line that says so.
 */
export function summarise(
  request: BacktestRequest,
  origins: readonly Origin[],
  points: readonly BacktestPoint[],
): { summaries: BacktestSummary[]; unscored: BacktestFailure[] } {
  const season = PERIODS_PER_YEAR[request.head.frequency];
  const byPeriod = new Map(origins.map((o) => [o.period, o]));
  const scales = new Map(origins.map((o) => [o.period, naiveScale(o.known.values, season)]));
  const summaries: BacktestSummary[] = [];
  const unscored: BacktestFailure[] = [];
  for (const model of request.models)
    for (const horizon of request.horizons) {
      const own = points.filter((p) => p.model === model.id && p.horizon === horizon);
      const scaled = own.filter((p) => scales.get(p.origin) != null);
      const reason = whyUnscored(own, scaled);
      if (reason !== null) {
        unscored.push({
          model: model.id,
          origin: null,
          message: `${request.head.indicator}, ${horizon} ahead: ${reason}`,
        });
        continue;
      }
      const column = (
        key: "actual" | "predicted" | "naive" | "lower80" | "upper80" | "lower95" | "upper95",
      ) => scaled.map((p) => p[key]);
      const [actual, predicted, benchmark] = [column("actual"), column("predicted"), column("naive")];
      const relative = relativeError(actual, predicted, benchmark);
      summaries.push({
        model: model.id,
        modelVersion: model.version,
        indicator: request.head.indicator,
        region: request.head.region,
        horizon,
        origins: scaled.length,
        firstOrigin: scaled[0]!.origin,
        lastOrigin: scaled.at(-1)!.origin,
        dataBasis: basisOf(scaled.map((p) => byPeriod.get(p.origin)!)),
        mae: meanAbsoluteError(actual, predicted),
        rmse: rootMeanSquaredError(actual, predicted),
        mase: meanAbsoluteScaledError(
          actual,
          predicted,
          scaled.map((p) => scales.get(p.origin)!),
        ),
        coverage80: coverage(actual, column("lower80"), column("upper80")),
        coverage95: coverage(actual, column("lower95"), column("upper95")),
        relativeToNaive: relative,
        gate: gateOf(request.head.frequency, scaled.length, relative),
      });
    }
  return { summaries, unscored };
}

function whyUnscored(own: readonly BacktestPoint[], scaled: readonly BacktestPoint[]): string | null {
  if (own.length === 0) return "no origin has a forecast and a later figure to hold it against";
  if (scaled.length === 0) return "the history before every origin never moves";
  if (scaled.every((p) => p.naive === p.actual)) return "the benchmark never errs, so nothing can beat it";
  return null;
}

/** How the origins' days are known: all on record (release records, documents), all by rule, or both. */
function basisOf(origins: readonly Origin[]): BacktestSummary["dataBasis"] {
  const byRule = origins.filter((o) => o.basis === "publication-rule").length;
  if (byRule === 0) return "vintages";
  return byRule === origins.length ? "publication-rule" : "mixed";
}
