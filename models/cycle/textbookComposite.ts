import { AppError } from "../errors.ts";
import { fillByAutoregression } from "./fillByAutoregression.ts";
import { type ChangeKind, changesOf, indexFromChanges, rebased } from "./symmetricChange.ts";

export interface CompositeComponent {
  values: ArrayLike<number>;
  /** `percent` by default. */
  kind?: ChangeKind;
  /** 1 by default. */
  weight?: number;
}

/**
 * Periods of the first and of the last whole cycle, 0-based, ends included: the trend runs from the mean of one to the
 * other's.
 */
export interface CycleSpans {
  first: readonly [from: number, to: number];
  last: readonly [from: number, to: number];
}

export interface TextbookOptions {
  /** Without them there is no trend adjustment. */
  cycles?: CycleSpans;
  /** Periods whose mean is 100; the first by default. */
  base?: readonly number[];
}

export interface GroupIndex {
  /** Aᵢ: mean absolute change of each component. */
  amplitudes: Float64Array;
  /** F: mean absolute group change over that of the coincident group; 1 for the coincident. */
  factor: number;
  /** V(t), before and after the trend adjustment. */
  changes: Float64Array;
  adjusted: Float64Array;
  /** What each component adds to `changes`, one row a component. */
  contributions: Float64Array[];
  /** r: percent a period by which the index grows from cycle to cycle before the adjustment; null without spans. */
  trend: number | null;
  index: Float64Array;
  estimated: Uint8Array[];
}

export interface TextbookComposite {
  leading: GroupIndex | null;
  coincident: GroupIndex;
  lagging: GroupIndex | null;
  /** G: mean growth of the coincident components from cycle to cycle, the trend that every index is given. */
  targetTrend: number | null;
}

/**
 * Leading, coincident and lagging indexes with one amplitude and one trend, as taught in China (the method of the U.S.
 * Department of Commerce before 2001).
 *   C: symmetric changes;  Aᵢ = mean|Cᵢ|,  S = C/A,  R(t) = Σ w S / Σ w,  F = mean|R| / mean|R_coincident|,  V = R/F
 *   I(1) = 100, I(t) = I(t−1) (200 + V(t)) / (200 − V(t))
 *   trend of a series: r = [(mean of last cycle / mean of first)^(1/m) − 1] · 100, m periods between the cycles' middles
 *   V′ = V + (G − r_I), G = mean of r over the coincident components that are levels
 * Chen, Gao et al., composite index (景气综合指数); Gao Tiemei et al. (2015); Shiskin (1961), Signals of Recession and
 * Recovery, NBER. NaN before a component begins; later gaps are forecast and marked.
 */
export function textbookComposite(
  groups: {
    leading?: readonly CompositeComponent[];
    coincident: readonly CompositeComponent[];
    lagging?: readonly CompositeComponent[];
  },
  options: TextbookOptions = {},
): TextbookComposite {
  const coincident = grouped(groups.coincident);
  const standard = meanAbsolute(coincident.change);
  const { cycles } = options;
  const targetTrend = cycles ? meanTrend(groups.coincident, coincident.filled, cycles) : null;
  const finished = (group: Grouped): GroupIndex => finish(group, standard, targetTrend, options);
  return {
    leading: groups.leading ? finished(grouped(groups.leading)) : null,
    coincident: finished(coincident),
    lagging: groups.lagging ? finished(grouped(groups.lagging)) : null,
    targetTrend,
  };
}

interface Grouped {
  filled: { values: Float64Array; estimated: Uint8Array }[];
  amplitudes: Float64Array;
  /** w S / Σ w, one row a component. */
  parts: Float64Array[];
  /** R(t). */
  change: Float64Array;
}

function grouped(components: readonly CompositeComponent[]): Grouped {
  const n = components[0]?.values.length ?? 0;
  if (n < 4 || components.some((c) => c.values.length !== n))
    throw new AppError(
      "invalid-input",
      `a composite takes components over the same 4 or more periods; found ${components.map((c) => c.values.length).join(", ") || "none"}`,
    );
  const filled = components.map((c) => fillByAutoregression(c.values, c.kind ?? "percent"));
  const changes = filled.map((f, i) => changesOf(f.values, components[i]!.kind ?? "percent"));
  // Amplitudes are those of published figures; a forecast is smoother than what it stands for.
  const amplitudes = Float64Array.from(components, (c) =>
    meanAbsolute(changesOf(c.values, c.kind ?? "percent")),
  );
  const still = amplitudes.findIndex((a) => !(a > 0));
  if (still >= 0)
    throw new AppError("not-enough-data", `component ${still + 1} is measured by its changes; it has none`);
  const weight = (i: number): number => components[i]!.weight ?? 1;
  const parts = changes.map(() => new Float64Array(n - 1));
  const change = new Float64Array(n - 1);
  for (let t = 0; t < n - 1; t++) {
    const there = changes.reduce((s, c, i) => (Number.isNaN(c[t]!) ? s : s + weight(i)), 0);
    if (there === 0)
      throw new AppError("not-enough-data", `no component is known at positions ${t + 1} and ${t + 2}`);
    changes.forEach((c, i) => {
      if (!Number.isNaN(c[t]!)) parts[i]![t] = (weight(i) * c[t]!) / amplitudes[i]! / there;
      change[t]! += parts[i]![t]!;
    });
  }
  return { filled, amplitudes, parts, change };
}

function finish(
  group: Grouped,
  standard: number,
  target: number | null,
  options: TextbookOptions,
): GroupIndex {
  const factor = meanAbsolute(group.change) / standard;
  const changes = group.change.map((r) => r / factor);
  const trend = options.cycles ? trendBetween(indexFromChanges(changes), options.cycles) : null;
  const adjusted = target === null || trend === null ? changes : changes.map((v) => v + target - trend);
  return {
    amplitudes: group.amplitudes,
    factor,
    changes,
    adjusted,
    contributions: group.parts.map((p) => p.map((v) => v / factor)),
    trend,
    index: rebased(indexFromChanges(adjusted), options.base ?? [0]),
    estimated: group.filled.map((f) => f.estimated),
  };
}

/** Mean growth of the components that are levels; a difference or a level of a rate has no compound growth. */
function meanTrend(
  components: readonly CompositeComponent[],
  filled: readonly { values: Float64Array }[],
  cycles: CycleSpans,
): number {
  const levels = filled.filter((_, i) => (components[i]!.kind ?? "percent") === "percent");
  if (levels.length === 0)
    throw new AppError(
      "invalid-input",
      "the trend of a composite needs a coincident component in percent changes",
    );
  return levels.reduce((sum, f) => sum + trendBetween(f.values, cycles), 0) / levels.length;
}

/** Compound growth in percent a period between the means of two cycles. */
function trendBetween(x: Float64Array, { first, last }: CycleSpans): number {
  const middles = (last[0] + last[1] - first[0] - first[1]) / 2;
  const inside = [...first, ...last].every((t) => Number.isInteger(t) && t >= 0 && t < x.length);
  if (!inside || first[0] > first[1] || last[0] > last[1] || !(middles > 0))
    throw new AppError(
      "invalid-input",
      `a trend runs from a first cycle to a later one within ${x.length} periods; found ${first.join("–")} and ${last.join("–")}`,
    );
  const mean = ([from, to]: readonly [number, number]): number =>
    x.subarray(from, to + 1).reduce((a, b) => a + b, 0) / (to - from + 1);
  const growth = mean(last) / mean(first);
  if (!(growth > 0))
    throw new AppError("invalid-input", "the trend of a series needs positive figures in both cycles");
  return 100 * (growth ** (1 / middles) - 1);
}

function meanAbsolute(x: Float64Array): number {
  let sum = 0;
  let n = 0;
  for (const v of x)
    if (!Number.isNaN(v)) {
      sum += Math.abs(v);
      n++;
    }
  return sum / n;
}
