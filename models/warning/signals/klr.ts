import { AppError } from "../../errors.ts";
import { quantile, sorted } from "../../statistics/quantile.ts";
import {
  type Confusion,
  confusion,
  eventRate,
  noiseToSignal,
  precision,
  typeOne,
  usefulness,
} from "./confusion.ts";

export interface KlrOptions {
  /** Which side of the indicator is dangerous. */
  tail: "upper" | "lower";
  /** Shares of the tail tried, e.g. 0.05 … 0.30. */
  grid: readonly number[];
  /** Weight θ of a missed event in the policymaker's loss. */
  theta: number;
  /**
   * "own-history": the threshold of period t is the quantile of the indicator up to t, as anyone could have drawn it then.
   * "full-sample": one threshold from all periods, as in the first papers: it knows the future.
   */
  threshold: "own-history" | "full-sample";
  /** Known figures before an own-history threshold is drawn. */
  warmUp: number;
}

export interface KlrRow {
  /** Share of the tail. */
  q: number;
  /** The threshold in force at the end. */
  threshold: number;
  counts: Confusion;
  noiseToSignal: number | null;
  /** P(event | signal), P(event). */
  precision: number | null;
  eventRate: number;
  /** Share of the periods before events with a signal. */
  hitRate: number | null;
  loss: number | null;
  relativeUsefulness: number | null;
}

export interface KlrResult {
  rows: readonly KlrRow[];
  /** Lowest noise to signal; null where no threshold hits anything. */
  byNoiseToSignal: KlrRow | null;
  /** Highest relative usefulness at θ. */
  byUsefulness: KlrRow | null;
}

/**
 * The signals approach: a signal wherever the indicator lies beyond a quantile, tried over a grid of quantiles.
 *   S(t) = 1{x(t) beyond its q-quantile} (strictly),  A, B, C, D against the event within the window
 * `values`: NaN or null is a gap; `events` as `preEvent` gives them. Quantiles of type 7.
 * Kaminsky, Lizondo & Reinhart (1998), IMF Staff Papers 45, §III; Alessi & Detken (2011) for the loss.
 */
export function klr(
  values: readonly (number | null)[],
  events: readonly (boolean | null)[],
  options: KlrOptions,
): KlrResult {
  if (values.length !== events.length)
    throw new AppError("invalid-input", `${values.length} values against ${events.length} periods of events`);
  if (!events.includes(true))
    throw new AppError("not-enough-data", "no event falls in the sample, so no signal can be judged");
  const rows = options.grid.map((q) => row(q, values, events, options));
  const best = (score: (r: KlrRow) => number | null): KlrRow | null =>
    rows.reduce<KlrRow | null>((kept, r) => {
      const mine = score(r);
      if (mine === null) return kept;
      return kept === null || mine < score(kept)! ? r : kept;
    }, null);
  return {
    rows,
    byNoiseToSignal: best((r) => r.noiseToSignal),
    byUsefulness: best((r) => (r.relativeUsefulness === null ? null : -r.relativeUsefulness)),
  };
}

/** The signal of each period; null where the value is a gap or no threshold could be drawn yet. */
export function klrSignals(
  values: readonly (number | null)[],
  q: number,
  options: Pick<KlrOptions, "tail" | "threshold" | "warmUp">,
): { signals: (boolean | null)[]; threshold: number } {
  if (!(q > 0 && q < 1))
    throw new AppError("invalid-input", `a tail of ${q}; a share between 0 and 1 is needed`);
  const p = options.tail === "upper" ? 1 - q : q;
  const beyond = (v: number, threshold: number) => (options.tail === "upper" ? v > threshold : v < threshold);
  const known = values.filter((v): v is number => v !== null && Number.isFinite(v));
  if (options.threshold === "full-sample") {
    if (known.length === 0) throw new AppError("not-enough-data", "the indicator has no figure");
    const threshold = quantile(sorted(known), p);
    const signals = values.map((v) => (v === null || !Number.isFinite(v) ? null : beyond(v, threshold)));
    return { signals, threshold };
  }
  const seen: number[] = [];
  let threshold = Number.NaN;
  const signals = values.map((v) => {
    if (v === null || !Number.isFinite(v)) return null;
    insert(seen, v);
    if (seen.length < options.warmUp) return null;
    threshold = quantile(seen, p);
    return beyond(v, threshold);
  });
  if (Number.isNaN(threshold))
    throw new AppError(
      "not-enough-data",
      `${known.length} figures; ${options.warmUp} are needed before a threshold is drawn`,
    );
  return { signals, threshold };
}

function row(
  q: number,
  values: readonly (number | null)[],
  events: readonly (boolean | null)[],
  options: KlrOptions,
): KlrRow {
  const { signals, threshold } = klrSignals(values, q, options);
  const counts = confusion(signals, events);
  const one = typeOne(counts);
  const use = usefulness(counts, options.theta);
  return {
    q,
    threshold,
    counts,
    noiseToSignal: noiseToSignal(counts),
    precision: precision(counts),
    eventRate: eventRate(counts),
    hitRate: one === null ? null : 1 - one,
    loss: use?.loss ?? null,
    relativeUsefulness: use?.relative ?? null,
  };
}

/** Keeps `into` ascending. */
function insert(into: number[], v: number): void {
  let low = 0;
  let high = into.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (into[middle]! < v) low = middle + 1;
    else high = middle;
  }
  into.splice(low, 0, v);
}
