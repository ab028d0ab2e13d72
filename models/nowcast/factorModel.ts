import { AppError } from "../errors.ts";
import type { MeasurementRow } from "./measurementRow.ts";

/**
 * The mixed-frequency dynamic factor model, in months:
 *   x_i(t) = λ_i′ f(t) + e_i(t)
 *   f_b(t) = A_b1 f_b(t−1) + … + A_bp f_b(t−p) + u_b(t),   u_b ~ N(0, Q_b), one VAR a block b
 *   e_i(t) = ρ_i e_i(t−1) + ε_i(t),  ε_i ~ N(0, σ²_i)      ("ar1"), or ρ_i = 0 ("white")
 * and what is published of x_i is told by its measurement row. A series loads on the blocks that it names.
 * Bańbura & Modugno (2014), J. Applied Econometrics 29, 133–160; Bańbura, Giannone & Reichlin (2011) for blocks.
 */
export interface FactorModel {
  readonly blocks: readonly FactorBlock[];
  readonly series: readonly FactorSeries[];
}

/** Factors that share one VAR. `factors` is the block's multiplicity, `order` the p of its VAR. */
export interface FactorBlock {
  readonly name: string;
  readonly factors: number;
  readonly order: number;
}

export interface FactorSeries {
  readonly id: string;
  readonly row: MeasurementRow;
  readonly blocks: readonly string[];
  readonly idiosyncratic: "ar1" | "white";
}

/** N series, K factors in the order of the blocks. All in units of the standardised series. */
export interface FactorParameters {
  /** N × K by rows; 0 where a series does not load. */
  loadings: Float64Array;
  /** One k × kp matrix [A₁ … A_p] a block, by rows. */
  transition: readonly Float64Array[];
  /** One k × k matrix Q a block. */
  innovation: readonly Float64Array[];
  rho: Float64Array;
  variance: Float64Array;
}

export const factorCount = (model: FactorModel): number => model.blocks.reduce((n, b) => n + b.factors, 0);
export const highestOrder = (model: FactorModel): number => Math.max(...model.blocks.map((b) => b.order));

/** The factors (0 … K−1) on which series i loads. */
export function factorsOf(model: FactorModel, i: number): number[] {
  const named = model.series[i]!.blocks;
  let at = 0;
  return model.blocks.flatMap((b) => {
    const own = Array.from({ length: b.factors }, (_, r) => at + r);
    at += b.factors;
    return named.includes(b.name) ? own : [];
  });
}

/** Throws AppError("invalid-input") unless blocks and series fit together. */
export function checkModel(model: FactorModel): void {
  const wrong = (text: string): never => {
    throw new AppError("invalid-input", text);
  };
  if (model.blocks.length === 0) wrong("a factor model needs at least one block of factors; found none");
  if (model.series.length === 0) wrong("a factor model needs at least one series; found none");
  const names = new Set(model.blocks.map((b) => b.name));
  if (names.size < model.blocks.length) wrong("two blocks of factors have the same name");
  if (new Set(model.series.map((s) => s.id)).size < model.series.length)
    wrong("two series of the factor model have the same id");
  for (const b of model.blocks) {
    if (!Number.isInteger(b.factors) || b.factors < 1)
      wrong(`block ${b.name} needs a whole number of factors from 1; found ${b.factors}`);
    if (!Number.isInteger(b.order) || b.order < 1)
      wrong(`block ${b.name} needs a VAR order from 1; found ${b.order}`);
    if (!model.series.some((s) => s.blocks.includes(b.name))) wrong(`no series loads on block ${b.name}`);
  }
  for (const s of model.series) {
    if (s.blocks.length === 0) wrong(`series ${s.id} loads on no block`);
    for (const b of s.blocks) if (!names.has(b)) wrong(`series ${s.id} loads on ${b}, which is no block`);
    if (s.row.kind === "weekly-mean" && s.idiosyncratic !== "white")
      wrong(`series ${s.id} is a mean of weeks, whose idiosyncratic part is white; found ${s.idiosyncratic}`);
    if (s.row.kind === "year-to-date" && s.row.shares)
      if (s.row.shares.length !== 12 || !s.row.shares.every((v) => v > 0))
        wrong(`series ${s.id} needs twelve positive shares of the months; found ${s.row.shares.join(", ")}`);
  }
}
