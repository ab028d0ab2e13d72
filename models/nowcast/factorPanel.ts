import { AppError } from "../errors.ts";

/** The figures of a factor model on consecutive months. */
export interface FactorPanel {
  /** The first month as a slot of frequency M (`slotOf`): year · 12 + month − 1. */
  readonly start: number;
  readonly months: number;
  /** months × series by rows, in published units; NaN where nothing is published. */
  readonly values: Float64Array;
  /** Weeks behind each figure of a weekly mean, months × series; 1 elsewhere. Left out where no series is weekly. */
  readonly counts?: Float64Array;
}

/** (x − mean)/sd, the s.d. with divisor n − 1 over the figures there are. */
export interface Standardisation {
  mean: Float64Array;
  sd: Float64Array;
}

/** Mean and s.d. (ddof = 1) of each series. Throws AppError where a series has fewer than two figures or never moves. */
export function standardisationOf(panel: FactorPanel, ids: readonly string[]): Standardisation {
  const n = ids.length;
  if (panel.values.length !== panel.months * n)
    throw new AppError(
      "invalid-input",
      `a panel of ${panel.months} months and ${n} series needs ${panel.months * n} cells; found ${panel.values.length}`,
    );
  const mean = new Float64Array(n);
  const sd = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    let count = 0;
    let sum = 0;
    for (let at = i; at < panel.values.length; at += n) {
      const v = panel.values[at]!;
      if (Number.isNaN(v)) continue;
      if (!Number.isFinite(v))
        throw new AppError("invalid-input", `${ids[i]} holds ${v}, which is no number`);
      count++;
      sum += v;
    }
    if (count < 2)
      throw new AppError(
        "not-enough-data",
        `${ids[i]} has ${count} figures; a factor model needs at least 2`,
      );
    const m = sum / count;
    let squares = 0;
    for (let at = i; at < panel.values.length; at += n) {
      const v = panel.values[at]!;
      if (!Number.isNaN(v)) squares += (v - m) ** 2;
    }
    mean[i] = m;
    sd[i] = Math.sqrt(squares / (count - 1));
    if (sd[i] === Number.POSITIVE_INFINITY)
      throw new AppError("invalid-input", `the squares of ${ids[i]} are too large; change its units`);
    if (!(sd[i]! > 1e-10 * Math.max(1, Math.abs(m))))
      throw new AppError("invalid-input", `${ids[i]} never moves (${m} throughout): it carries no factor`);
  }
  return { mean, sd };
}

/** The panel in standard units, lengthened to `months` with nothing published. */
export function standardise(panel: FactorPanel, by: Standardisation, months = panel.months): Float64Array {
  const n = by.mean.length;
  const out = new Float64Array(months * n).fill(Number.NaN);
  for (let at = 0; at < Math.min(panel.values.length, out.length); at++)
    out[at] = (panel.values[at]! - by.mean[at % n]!) / by.sd[at % n]!;
  return out;
}
