import { AppError } from "../../errors.ts";
import type { MonthlyDriver } from "../midas/monthlyDriver.ts";
import { type MonthlyAutoregression, monthlyAutoregression } from "./monthlyAutoregression.ts";

/** How three months make a quarter: their mean (rates, indexes, growth) or the last (stocks). */
export type QuarterRule = "mean" | "last";

export interface QuarterPath {
  /** Quarter values, row 0 being the driver's first quarter; known months where known, forecasts after. NaN before. */
  values: Float64Array;
  /** Quarters made of known months alone. */
  known: number;
  /** errors[q][s]: what the shock of the s-th forecast month, times σ, adds to the error of quarter q. */
  errors: readonly Float64Array[];
  order: number;
}

/**
 * A driver as quarters, its months carried on to the end of `quarters` by an autoregression.
 *   x̄(q) = (x(3q) + x(3q+1) + x(3q+2))/3,  error(q) = σ Σ_s ε(s) Σ_months ψ(month − s)/3
 * Throws AppError("invalid-input") for a gap between its first and last figure.
 */
export function quarterPath(driver: MonthlyDriver, quarters: number, rule: QuarterRule): QuarterPath {
  const { x, name } = driver;
  const start = x.findIndex((v) => !Number.isNaN(v));
  const gap = x.findIndex((v, i) => i > start && Number.isNaN(v));
  if (gap >= 0)
    throw new AppError(
      "invalid-input",
      `bridge cannot bridge the gap of ${name} ${x.length - gap} months before its last figure`,
    );
  const steps = Math.max(0, 3 * quarters - x.length);
  const model = monthlyAutoregression(x.subarray(start), Math.max(1, steps), name);
  const month = (i: number): number => (i < x.length ? x[i]! : model.mean[i - x.length]!);
  const parts = rule === "mean" ? [0, 1, 2] : [2];
  const values = Float64Array.from(
    { length: quarters },
    (_, q) => parts.reduce((s, m) => s + month(3 * q + m), 0) / parts.length,
  );
  const errors = Array.from({ length: quarters }, (_, q) => errorsOf(q, parts, x.length, steps, model));
  return { values, known: Math.floor(x.length / 3), errors, order: model.order };
}

function errorsOf(
  q: number,
  parts: readonly number[],
  known: number,
  steps: number,
  { psi, sigma }: MonthlyAutoregression,
): Float64Array {
  const out = new Float64Array(steps);
  for (const m of parts)
    for (let s = 0; s <= 3 * q + m - known; s++)
      out[s] = out[s]! + (sigma * psi[3 * q + m - known - s]!) / parts.length;
  return out;
}
