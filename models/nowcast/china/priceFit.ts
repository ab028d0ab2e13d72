import { AppError } from "../../errors.ts";
import { quotedEnglish } from "../../indicators/quotedEnglish.ts";
import { quotedName } from "../../indicators/quotedName.ts";
import { choleskyInPlace, solveLower, solveLowerTransposed } from "../../statistics/matrix/cholesky.ts";
import type { PriceSpecification, PriceTerm } from "./priceSpecification.ts";
import { type Known, termValue } from "./priceTerm.ts";

/** A term with its coefficient, and how it goes on by itself: x̂(t) = μ + φⁿ (x(t−n) − μ). */
export interface FittedTerm {
  term: PriceTerm;
  coefficient: number;
  mean: number;
  persistence: number;
  /** Standard deviation of x around its mean. */
  sd: number;
}

export interface PriceFit {
  terms: readonly FittedTerm[];
  /** Standard deviation of e over the newest months. */
  sigma: number;
}

/** Months that a term needs before it enters. */
const LEAST_MONTHS = 12;
/** Newest residuals that tell how large errors are. */
const RECENT = 60;

/**
 * Ridge regression of changes of the target on standardised terms, drawn to their priors:
 *   min Σ_s (Δy(s) − Σ β(k) x(k,s))² + λ Σ w_k (s_k (β(k) − β₀(k)))²,  s_k² = mean x(k,·)²,  w_k = `drawn`
 * over months s from `since` to the one before t. Where a series had not begun its term counts 0; one with fewer than twelve
 * months is left out. No constant: rates have no drift. Throws AppError("not-enough-data") below twelve months.
 */
export function fitPrices(specification: PriceSpecification, known: Known, t: number): PriceFit {
  const { target, since, ridge } = specification;
  const y = known.get(target);
  const months: number[] = [];
  for (let s = since; s < t; s++) if (y?.has(s) && y.has(s - 1)) months.push(s);
  if (months.length < LEAST_MONTHS)
    throw new AppError("not-enough-data", {
      zh: `即时预测需要${quotedName(target)}${LEAST_MONTHS}个月的变动；现有${months.length}个月`,
      en: `the nowcast ${specification.name} needs ${LEAST_MONTHS} months of changes of ${quotedEnglish(target)}; found ${months.length}`,
    });
  const columns = specification.terms.flatMap((term) => {
    const x = months.map((s) => termValue(term, known, s));
    return x.filter((v) => v !== null).length < LEAST_MONTHS ? [] : [{ term, x }];
  });
  const change = months.map((s) => y!.get(s)! - y!.get(s - 1)!);
  const filled = columns.map(({ x }) => x.map((v) => v ?? 0));
  const scale = filled.map((x) => Math.sqrt(x.reduce((a, v) => a + v * v, 0) / x.length) || 1);
  const prior = columns.map(({ term }) => term.prior ?? 0);
  const rest = change.map((v, i) => filled.reduce((r, x, k) => r - prior[k]! * x[i]!, v));
  const held = columns.map(({ term }) => ridge * (term.drawn ?? 1));
  const shift = ridgeSolve(filled, scale, rest, held);
  const terms = columns.map(({ term, x }, k) => ({
    term,
    coefficient: prior[k]! + shift[k]!,
    ...autoregression(x),
  }));
  const errors = change.map((v, i) => filled.reduce((r, x, k) => r - terms[k]!.coefficient * x[i]!, v));
  const recent = errors.slice(-RECENT);
  return { terms, sigma: Math.sqrt(recent.reduce((s, e) => s + e * e, 0) / recent.length) };
}

/** (Z′Z + diag λ)⁻¹ Z′y in the units of the columns, Z the columns over their scales. */
function ridgeSolve(
  columns: readonly (readonly number[])[],
  scale: readonly number[],
  y: readonly number[],
  ridge: readonly number[],
): number[] {
  const n = columns.length;
  const inner = (a: readonly number[], b: readonly number[]): number =>
    a.reduce((s, v, i) => s + v * b[i]!, 0);
  const matrix = Float64Array.from({ length: n * n }, (_, e) => {
    const i = Math.floor(e / n);
    const j = e % n;
    return inner(columns[i]!, columns[j]!) / (scale[i]! * scale[j]!) + (i === j ? ridge[i]! : 0);
  });
  const right = Float64Array.from(columns, (x, k) => inner(x, y) / scale[k]!);
  if (choleskyInPlace(matrix, n) !== 0)
    throw new AppError("invalid-input", "the terms of the price nowcast are not finite");
  solveLower(matrix, n, right);
  solveLowerTransposed(matrix, n, right);
  return Array.from(right, (v, k) => v / scale[k]!);
}

/** Mean, first-order persistence between 0 and 0.99, and spread of a term, over months with both neighbours known. */
function autoregression(x: readonly (number | null)[]): { mean: number; persistence: number; sd: number } {
  const values = x.filter((v) => v !== null);
  const mean = values.reduce((s, v) => s + v, 0) / values.length;
  const sd = Math.sqrt(values.reduce((s, v) => s + (v - mean) ** 2, 0) / values.length);
  let cross = 0;
  let square = 0;
  for (let i = 1; i < x.length; i++) {
    const now = x[i] ?? null;
    const before = x[i - 1] ?? null;
    if (now === null || before === null) continue;
    cross += (now - mean) * (before - mean);
    square += (before - mean) ** 2;
  }
  return { mean, sd, persistence: square > 0 ? Math.min(0.99, Math.max(0, cross / square)) : 0 };
}
