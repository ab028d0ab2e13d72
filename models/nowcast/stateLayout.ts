import { AppError } from "../errors.ts";
import { type FactorModel, factorCount, factorsOf, highestOrder } from "./factorModel.ts";
import { isQuarterly, rowLength } from "./measurementRow.ts";
import type { ObservationPattern } from "./observationPattern.ts";
import { type Placed, placedPatterns } from "./placedPatterns.ts";

/**
 * Where the idiosyncratic part of a series lives:
 *   observed  nowhere: figures are whitened on their own past (observationPattern), or are white to begin with
 *   window    e(t) … e(t−n+1) in n circular slots, moved every month
 *   quarter   the newest e of the last quarter only; its other months appear when the next quarter ends, and go again
 */
export type StatePart = "observed" | "window" | "quarter";

/** `plain`: every idiosyncratic part that is not measurement noise is a window. `lean`: as few states as the figures allow. */
export type LayoutKind = "plain" | "lean";

/**
 * The states of a model for one pattern of figures: [factor lags | lasting parts | quarters], the last active at ends of
 * quarters only. Lag l of factor r at time t is in slot ((t − l) mod L)·K + r, so that a month overwrites and never moves.
 */
export interface StateLayout {
  readonly kind: LayoutKind;
  readonly model: FactorModel;
  readonly months: number;
  readonly start: number;
  readonly factors: number;
  readonly lags: number;
  readonly size: number;
  /** States that are active outside ends of quarters. */
  readonly lasting: number;
  /** Moments are taken at these times; each speaks for the `stride` months that end there. */
  readonly stride: number;
  readonly windows: Int32Array;
  readonly loaded: readonly number[][];
  readonly part: readonly StatePart[];
  /** First slot, and how many, of the lasting part of each series. */
  readonly base: Int32Array;
  readonly width: Int32Array;
  /** First of the three slots that a quarterly part has at ends of quarters only. */
  readonly quarter: Int32Array;
  readonly patterns: readonly ObservationPattern[];
  /** Figures by time: those at t are obsStart[t] … obsStart[t+1] − 1. */
  readonly obsStart: Int32Array;
  readonly obsSeries: Int32Array;
  readonly obsPattern: Int32Array;
  readonly logJacobian: number;
}

/** The layout for figures `values` (months × series, NaN missing) that start in month `start`. */
export function stateLayout(
  model: FactorModel,
  start: number,
  months: number,
  values: Float64Array,
  kind: LayoutKind,
): StateLayout {
  const n = model.series.length;
  const factors = factorCount(model);
  const stride = kind === "plain" ? 1 : 3;
  const single = kind === "plain";
  if (!single && (start + months) % 3 !== 0)
    throw new AppError(
      "invalid-input",
      `a lean layout ends with a quarter; found ${months} months from month ${(start % 12) + 1}`,
    );
  const found = new Map<string, ObservationPattern>();
  const perSeries = model.series.map((_, i) =>
    placedPatterns(model, i, start, months, values, single, found),
  );
  const furthest = worthwhileReach(
    perSeries.filter(
      (_, i) => model.series[i]!.idiosyncratic === "ar1" && !isQuarterly(model.series[i]!.row),
    ),
    factors,
    highestOrder(model),
    stride,
  );
  const part = model.series.map((s, i): StatePart => {
    if (single) return s.idiosyncratic === "white" && rowLength(s.row) === 1 ? "observed" : "window";
    const overlapping = s.row.kind === "quarterly-growth";
    if (s.idiosyncratic === "white" && !overlapping) return "observed";
    if (isQuarterly(s.row)) return "quarter";
    return perSeries[i]!.reach <= furthest ? "observed" : "window";
  });
  const chosen = perSeries.map((found, i) => {
    const white = model.series[i]!.idiosyncratic === "white";
    return part[i] === "observed" && !white ? found.whitened : found.alone;
  });
  const reaches = chosen.map((patterns) => patterns.reduce((most, p) => Math.max(most, p.reach), 0));
  const reach = Math.max(0, ...reaches);
  const quarters = part.includes("quarter");
  const lags = Math.max(stride + Math.max(highestOrder(model), reach), quarters ? 5 : 2);
  const base = new Int32Array(n);
  const width = new Int32Array(n);
  const quarter = new Int32Array(n);
  let at = factors * lags;
  model.series.forEach((s, i) => {
    base[i] = at;
    if (part[i] === "window") width[i] = Math.max(stride, reaches[i]!) + 1;
    if (part[i] === "quarter") width[i] = Math.max(1, rowLength(s.row) - 3);
    at += width[i]!;
  });
  const lasting = at;
  // The smoother meets the series of a month from the last to the first: what it has not met yet is zero, at the end.
  for (let i = n - 1; i >= 0; i--) {
    quarter[i] = at;
    if (part[i] === "quarter") at += 3;
  }

  const windows = Int32Array.from({ length: months }, (_, t) => t).filter(
    (t) => stride === 1 || (start + t) % 3 === 2,
  );
  const table = byTime(
    perSeries.map((p) => p.times),
    chosen,
    months,
  );
  return {
    kind,
    model,
    months,
    start,
    factors,
    lags,
    size: at,
    lasting,
    stride,
    windows,
    loaded: model.series.map((_, i) => factorsOf(model, i)),
    part,
    base,
    width,
    quarter,
    ...table,
  };
}

/**
 * How far back figures are whitened: each month further costs K factor states, each series left behind a window of its
 * own; the fewest states win.
 */
function worthwhileReach(
  series: readonly { reach: number }[],
  factors: number,
  order: number,
  stride: number,
): number {
  let best = order;
  let fewest = Number.POSITIVE_INFINITY;
  for (const reach of new Set([order, ...series.map((s) => s.reach)])) {
    const left = series.filter((s) => s.reach > reach).length;
    const states = factors * Math.max(order, reach) + (stride + 1) * left;
    if (states < fewest) {
      fewest = states;
      best = Math.max(order, reach);
    }
  }
  return best;
}

/** Figures of all series in the order of their months: when each is, and its pattern. */
function byTime(
  times: readonly Placed["times"][],
  chosen: readonly (readonly ObservationPattern[])[],
  months: number,
) {
  const ids = new Map<ObservationPattern, number>();
  const patterns: ObservationPattern[] = [];
  const obsStart = new Int32Array(months + 1);
  for (const series of times) for (const time of series) obsStart[time + 1]!++;
  for (let t = 0; t < months; t++) obsStart[t + 1]! += obsStart[t]!;
  const obsSeries = new Int32Array(obsStart[months]!);
  const obsPattern = new Int32Array(obsStart[months]!);
  const next = obsStart.slice();
  let logJacobian = 0;
  chosen.forEach((placed, series) => {
    placed.forEach((pattern, k) => {
      let id = ids.get(pattern);
      if (id === undefined) {
        id = patterns.length;
        ids.set(pattern, id);
        patterns.push(pattern);
      }
      const at = next[times[series]![k]!]!++;
      obsSeries[at] = series;
      obsPattern[at] = id;
      logJacobian += pattern.readings[0]!.logJacobian;
    });
  });
  return { patterns, logJacobian, obsStart, obsSeries, obsPattern };
}

/**
 * The slot of e_i(t−l) at time t: of a window at any time, of a quarter at its end, where the newest `width` months stand
 * in the lasting slots and the others, older ones last, in the three that go again.
 */
export function partSlot(layout: StateLayout, i: number, l: number, t: number): number {
  const n = layout.width[i]!;
  if (layout.part[i] === "window") return layout.base[i]! + ((t - l + n * 16) % n);
  return l < n ? layout.base[i]! + l : layout.quarter[i]! + l - n;
}
