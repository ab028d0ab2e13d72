import type { Words } from "../indicators/indicator.ts";
import type { Frequency } from "../series/frequency.ts";
import type { VintageBasis } from "../series/observation.ts";
import type { BacktestSummary } from "./backtestContract.ts";
import { benchmarkOf } from "./benchmarkOf.ts";
import {
  coverage,
  meanAbsoluteError,
  meanAbsoluteScaledError,
  relativeError,
  rootMeanSquaredError,
} from "./evaluate.ts";
import { gateOf } from "./gate.ts";
import type { PointGroup } from "./pointGroup.ts";

/**
 * The error record of one model on one series at one horizon, over the origins whose actual is known and whose history
 * moved. The one definition behind stored records and those of a day looked back to: the same points give the same
 * record. Where nothing can be measured (no origin scored, a history or a benchmark that never errs) there is no
 * record but why.
 */
export function summarise(group: PointGroup, frequency: Frequency): BacktestSummary | { unscored: Words } {
  const scored = group.actual.flatMap((a, i) => (Number.isNaN(a) ? [] : [i]));
  const measured = scored.filter((i) => !Number.isNaN(group.scale[i]!));
  const said = benchmarkOf(group);
  const of = (column: readonly number[]): number[] => measured.map((i) => column[i]!);
  const [actual, predicted, benchmark] = [of(group.actual), of(group.predicted), of(said)];
  if (scored.length === 0)
    return {
      unscored: {
        zh: "没有一个起点既有预测、其后又有数据可比",
        en: "no origin has a forecast and a later figure to hold it against",
      },
    };
  if (measured.length === 0)
    return {
      unscored: {
        zh: "各起点之前的数据从未变动，误差无从比较",
        en: "the history before every origin never moves",
      },
    };
  if (benchmark.every((b, i) => b === actual[i]))
    return {
      unscored: {
        zh: "朴素预测从未出错，没有模型能胜过它",
        en: "the benchmark never errs, so nothing can beat it",
      },
    };
  const relative = relativeError(actual, predicted, benchmark);
  return {
    model: group.model,
    modelVersion: group.modelVersion,
    indicator: group.indicator,
    region: group.region,
    horizon: group.horizon,
    origins: measured.length,
    firstOrigin: group.origins[measured[0]!]!,
    lastOrigin: group.origins[measured.at(-1)!]!,
    dataBasis: basisOf(measured.map((i) => group.originBases[i]!)),
    mae: meanAbsoluteError(actual, predicted),
    rmse: rootMeanSquaredError(actual, predicted),
    mase: meanAbsoluteScaledError(actual, predicted, of(group.scale)),
    coverage80: coverage(actual, of(group.lower80), of(group.upper80)),
    coverage95: coverage(actual, of(group.lower95), of(group.upper95)),
    relativeToNaive: relative,
    gate: gateOf(frequency, measured.length, relative),
  };
}

/** How the origins' days are known: all on record (release records, documents), all by rule, or both. */
function basisOf(bases: readonly VintageBasis[]): BacktestSummary["dataBasis"] {
  const byRule = bases.filter((b) => b === "publication-rule").length;
  if (byRule === 0) return "vintages";
  return byRule === bases.length ? "publication-rule" : "mixed";
}
