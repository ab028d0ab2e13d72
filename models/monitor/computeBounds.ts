import { AppError } from "../errors.ts";
import type { Words } from "../indicators/indicator.ts";
import { PERIODS_PER_YEAR } from "../series/frequency.ts";
import type { Series } from "../series/series.ts";
import { quantile, sorted } from "../statistics/quantile.ts";
import { theilSen } from "../statistics/theilSen.ts";
import type { Bounds } from "./lights.ts";

/** How the four bounds are set. */
export type BoundsMethod =
  /** Quantiles of the figure's own history: green the middle half, blue and red a tenth each. */
  | { kind: "distribution" }
  /** A declared target: bounds at fixed distances from it, in the unit of the figure. */
  | { kind: "policy"; target: number; offsets: Bounds }
  /** Quantiles of the deviation from the straight trend of the last years, laid around where that trend stands now. */
  | { kind: "moving-centre"; years: number };

const SHARES: Bounds = [0.1, 0.25, 0.75, 0.9];

/**
 * Bounds from a series known on one day.
 *   distribution:   bᵢ = Q(x; pᵢ)                                       p = 10, 25, 75, 90 %
 *   policy:         bᵢ = target + offsetᵢ
 *   moving-centre:  bᵢ = c(T) + Q(x(t) − c(t); pᵢ),  c = Theil–Sen line through the last `years`, T the last figure
 * A moving centre is needed where trend growth falls: with fixed bounds most lights end up blue and say nothing.
 * Results are rounded to `decimals`; where history is so flat that two bounds would meet, the outer one steps
 * away by one last digit. Throws AppError("not-enough-data") on fewer than 4 years of figures (policy needs none).
 */
export function computeBounds(series: Series, method: BoundsMethod, decimals = 1): Bounds {
  if (method.kind === "policy")
    return spaced(
      method.offsets.map((o) => method.target + o),
      decimals,
    );
  const perYear = PERIODS_PER_YEAR[series.frequency];
  const known = series.values.filter((v) => v !== null);
  const needed = leastFigures(series);
  if (known.length < needed)
    throw new AppError(
      "not-enough-data",
      `light bounds of ${series.indicator} need ${needed} figures; found ${known.length}`,
    );
  if (method.kind === "distribution") return spaced(quartet(known, 0), decimals);
  const { deviations, centre } = aroundCentre(series, method.years * perYear);
  return spaced(quartet(deviations, centre), decimals);
}

/** Four years of figures; a year of combined January–February holds one figure fewer. */
export function leastFigures(series: Series): number {
  const perYear = PERIODS_PER_YEAR[series.frequency];
  return 4 * (perYear === 12 ? 11 : perYear) - 1;
}

/** The method in words, for the dated row and the screen. */
export function methodWords(method: BoundsMethod): Words {
  switch (method.kind) {
    case "distribution":
      return {
        zh: "历史分布：10%、25%、75%、90% 分位数",
        en: "Own history: quantiles at 10, 25, 75 and 90 %",
      };
    case "policy":
      return {
        zh: `政策目标 ${method.target}%：界限为目标加 ${method.offsets.join("、")} 个百分点`,
        en: `Policy target ${method.target} %: bounds at the target plus ${method.offsets.join(", ")} points`,
      };
    case "moving-centre":
      return {
        zh: `移动中心：最近 ${method.years} 年稳健趋势线的当前位置，加偏离该线的 10%、25%、75%、90% 分位数`,
        en: `Moving centre: where the robust trend of the last ${method.years} years stands, plus quantiles of the deviation from it at 10, 25, 75 and 90 %`,
      };
  }
}

function aroundCentre(series: Series, window: number): { deviations: number[]; centre: number } {
  const last = series.values.findLastIndex((v) => v !== null);
  const recent = series.values.flatMap((v, t) =>
    v === null || t <= last - window ? [] : [{ t: t - last, v }],
  );
  const { slope, intercept } = theilSen(
    recent.map((r) => r.t),
    recent.map((r) => r.v),
  );
  return { deviations: recent.map((r) => r.v - intercept - slope * r.t), centre: intercept };
}

function quartet(sample: readonly number[], around: number): number[] {
  const x = sorted(sample);
  return SHARES.map((p) => around + quantile(x, p));
}

function spaced(raw: readonly number[], decimals: number): Bounds {
  const unit = 10 ** decimals;
  const [a, b, c, d] = raw.map((x) => Math.round(x * unit)) as [number, number, number, number];
  const lightBlue = b;
  const yellow = Math.max(c, lightBlue + 1);
  const red = Math.max(d, yellow + 1);
  const blue = Math.min(a, lightBlue - 1);
  return [blue / unit, lightBlue / unit, yellow / unit, red / unit];
}
