import { AppError } from "../errors.ts";
import { normalQuantile } from "../statistics/normalQuantile.ts";
import { type Conditional, conditionalOf } from "./conditionalOf.ts";
import { type FactorPanel, standardise } from "./factorPanel.ts";
import { countWeights, type FittedFactorModel, toQuarterEnd } from "./fitFactorModel.ts";
import { rowWeights } from "./measurementRow.ts";

/** A figure to be told: the series, and the month (slot of frequency M) in which its row speaks. */
export interface Target {
  series: string;
  month: number;
}

export interface Nowcast extends Target {
  /** Published already in this vintage: then the mean is the figure and the s.d. is 0. */
  published: boolean;
  mean: number;
  /** Of the figure: factors, idiosyncratic part and shocks to come, in published units. */
  sd: number;
  intervals: readonly { level: number; lower: number; upper: number }[];
}

/**
 * The density of each target given a vintage, N(E[z|Ω], Var(z|Ω)), of any row, before, within or after the panel.
 * `spread` adds a variance to each target, in published units: that of its mean over parameters (parameterSpread.ts).
 */
export function nowcastOf(
  fit: FittedFactorModel,
  panel: FactorPanel,
  targets: readonly Target[],
  levels: readonly number[] = [],
  spread: readonly number[] | null = null,
): Nowcast[] {
  const n = fit.model.series.length;
  const asked = askedCells(fit, panel, targets);
  const open = asked.cells.filter((c) => Number.isNaN(asked.values[c]!));
  const distinct = [...new Set(open)];
  const found: Conditional | null =
    distinct.length > 0 ? conditionalOf(readingOfVintage(fit, panel, asked), distinct) : null;
  return targets.map((target, a) => {
    const cell = asked.cells[a]!;
    const i = cell % n;
    const sdOf = fit.standardisation.sd[i]!;
    const at = distinct.indexOf(cell);
    const mean = fit.standardisation.mean[i]! + sdOf * (at < 0 ? asked.values[cell]! : found!.mean[at]!);
    const variance =
      at < 0 ? 0 : found!.covariance[at * distinct.length + at]! * sdOf ** 2 + (spread?.[a] ?? 0);
    const sd = Math.sqrt(variance);
    return {
      ...target,
      published: at < 0,
      mean,
      sd,
      intervals: levels.map((level) => {
        if (!(level > 0 && level < 100))
          throw new AppError(
            "invalid-input",
            `interval levels lie between 0 and 100 percent; found ${level}`,
          );
        const z = normalQuantile(0.5 + level / 200);
        return { level, lower: mean - z * sd, upper: mean + z * sd };
      }),
    };
  });
}

export interface AskedCells {
  months: number;
  /** Standardised figures over `months` × series. */
  values: Float64Array;
  cells: readonly number[];
}

/** The cells of the targets on a panel lengthened to hold them. Throws where a series or its month does not exist. */
export function askedCells(
  fit: FittedFactorModel,
  panel: FactorPanel,
  targets: readonly Target[],
  atLeast = panel.months,
): AskedCells {
  const { series } = fit.model;
  const last = Math.max(panel.start + atLeast, ...targets.map((t) => t.month + 1));
  const months = toQuarterEnd(panel.start, last - panel.start);
  const cells = targets.map(({ series: id, month }) => {
    const i = series.findIndex((s) => s.id === id);
    if (i < 0) throw new AppError("not-found", `the factor model has no series ${id}`);
    if (!Number.isInteger(month) || month < panel.start)
      throw new AppError("invalid-input", `month ${month} of ${id} lies before the panel (${panel.start})`);
    if (!rowWeights(series[i]!.row, month))
      throw new AppError(
        "invalid-input",
        `${id} (${series[i]!.row.kind}) publishes nothing in month ${(month % 12) + 1}`,
      );
    return (month - panel.start) * series.length + i;
  });
  return { months, values: standardise(panel, fit.standardisation, months), cells };
}

/** A vintage as `conditionalOf` reads it. */
export function readingOfVintage(fit: FittedFactorModel, panel: FactorPanel, { months, values }: AskedCells) {
  const n = fit.model.series.length;
  const weights = countWeights(panel, months, n, fit.weights !== null);
  if (weights && fit.weights) {
    const shift = (fit.firstMonth - panel.start) * n;
    for (let c = Math.max(0, -shift); c < fit.weights.length && c + shift < weights.length; c++)
      weights[c + shift] = fit.weights[c]!;
  }
  if (weights && panel.counts) wholeMonths(weights, panel, n);
  return {
    model: fit.model,
    parameters: fit.parameters,
    start: panel.start,
    months,
    values,
    weights,
    measurementNoise: fit.measurementNoise,
    ...(fit.initial ? { layout: "plain" as const, known: fit.initial } : {}),
  };
}

/** A mean of weeks still to come counts as many weeks as the fullest month so far. */
function wholeMonths(weights: Float64Array, { values, counts }: FactorPanel, n: number): void {
  const fullest = new Float64Array(n).fill(1);
  counts!.forEach((c, cell) => {
    fullest[cell % n] = Math.max(fullest[cell % n]!, c);
  });
  for (let cell = 0; cell < weights.length; cell++)
    if (!(cell < values.length && !Number.isNaN(values[cell]!))) weights[cell] = fullest[cell % n]!;
}
