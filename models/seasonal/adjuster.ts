import { type AdjustmentSpec, adjust } from "./adjust.ts";
import type { SpanAdjustment } from "./quality/slidingSpans.ts";
import { refresh } from "./refresh.ts";
import type { SeasonalSeries } from "./regarima/regarima.ts";
import type { StoredAdjustment } from "./storedAdjustment.ts";

/**
 * Adjustments of parts of a series for `slidingSpans` and `revisionHistory`, which hand over figures only: the part's dates are
 * found from its length and, for spans, its first month.
 * With a stored model its coefficients are estimated anew and the rest kept, as X-13ARIMA-SEATS does for spans and histories.
 */
export function spanAdjuster(
  series: SeasonalSeries,
  model: StoredAdjustment | Partial<AdjustmentSpec>,
): (part: Float64Array, firstPeriod: number) => SpanAdjustment {
  return (part) => {
    const first = startOf(series, part);
    const { combined, adjusted } = adjustedPart(model, { ...series, values: part, first });
    return { seasonal: combined, adjusted };
  };
}

/** The adjusted series of the figures up to a date, for `revisionHistory`. */
export function historyAdjuster(
  series: SeasonalSeries,
  model: StoredAdjustment | Partial<AdjustmentSpec>,
): (part: Float64Array) => Float64Array {
  return (part) => adjustedPart(model, { ...series, values: part }).adjusted;
}

function adjustedPart(model: StoredAdjustment | Partial<AdjustmentSpec>, part: SeasonalSeries) {
  if (!("arma" in model)) return adjust(part, model);
  const last = part.first + part.values.length - 1;
  // Outliers outside the part are no columns of it.
  const inside = model.outliers.filter((r) => "at" in r && r.at >= part.first && r.at <= last);
  return refresh({ ...model, outliers: inside }, part, "arma").adjustment;
}

/** Slot of a part's first figure: where its figures stand in the series. */
function startOf(series: SeasonalSeries, part: Float64Array): number {
  const { values, first } = series;
  for (let at = 0; at + part.length <= values.length; at++) {
    let equal = true;
    for (let t = 0; equal && t < part.length; t++) equal = Object.is(part[t], values[at + t]);
    if (equal) return first + at;
  }
  return first;
}
