import { AppError } from "../errors.ts";
import { type Matrix, matrix } from "../statistics/matrix/matrix.ts";
import { crossProduct, multiply } from "../statistics/matrix/multiply.ts";
import { solve } from "../statistics/matrix/solve.ts";
import { type CointegrationSpace, cointegrationSpace } from "./cointegrationSpace.ts";
import { osterwaldLenum, type RankCriticalValues } from "./osterwaldLenum.ts";
import { type RankTests, rankFrom, rankTests } from "./rankTests.ts";
import { vecmDesign } from "./vecmDesign.ts";

export interface JohansenOptions {
  /** Lags of the vector autoregression in levels, from 1. */
  lags: number;
  /** What stands beside the level: `none` leaves a free constant; `const` has no other; `trend` has a free constant too. */
  restricted?: "none" | "const" | "trend";
  form?: "transitory" | "long-run";
  season?: number;
  exogenous?: Matrix | null;
}

export interface JohansenTest extends RankTests {
  /** T: rows after the lags. */
  observations: number;
  /** Descending, one for each column of the level and its restricted term. */
  eigenvalues: Float64Array;
  /** Columns β_i scaled to 1 in their first entry. */
  vectors: Matrix;
  /** S₀₁ V (V′ S₁₁ V)⁻¹ for all vectors, n × m. */
  loadings: Matrix;
  /** Per r = 0 … n−1: 10 %, 5 %, 1 %; null beyond 10 common trends. */
  criticalValues: RankCriticalValues;
  /** By the trace test at 5 %. */
  rank: number;
  space: CointegrationSpace;
}

/**
 * Johansen's tests of the cointegration rank and the vectors behind them.
 *   Δy(t) = α β′ [y(t−1); d] + Σ_i Γ_i Δy(t−i) + μ + u(t),   λ_i and β_i by reduced-rank regression
 * Seasonal dummies are centred, so that the critical values stand. Conventions of Johansen & Juselius as in urca.
 * Johansen (1995), chapter 6; Johansen & Juselius (1990), Oxford Bulletin 52.
 */
export function johansen(y: Matrix, options: JohansenOptions): JohansenTest {
  const { lags, restricted = "none", form = "transitory", season = 1, exogenous = null } = options;
  if (!Number.isInteger(lags) || lags < 1)
    throw new AppError("invalid-input", `Johansen's test needs at least 1 lag in levels; found ${lags}`);
  const design = vecmDesign(y, {
    lagDifferences: lags - 1,
    constant: restricted === "const" ? "inside" : "outside",
    trend: restricted === "trend" ? "inside" : "none",
    season,
    exogenous,
    form,
  });
  const space = cointegrationSpace(design.differences, design.levels, design.shortRun);
  const n = y.cols;
  const T = space.differences.rows;
  const tests = rankTests(space.eigenvalues, n, T);
  const vectors = scaledToFirst(space.vectors);
  const criticalValues = osterwaldLenum(n, restricted);
  return {
    ...tests,
    observations: T,
    eigenvalues: space.eigenvalues,
    vectors,
    loadings: loadingsOf(space, vectors),
    criticalValues,
    rank: rankFrom(
      tests.trace,
      criticalValues.trace.map((row) => row?.[1] ?? null),
    ),
    space,
  };
}

function scaledToFirst(v: Matrix): Matrix {
  return matrix(
    v.rows,
    v.cols,
    v.data.map((x, at) => x / v.data[at % v.cols]!),
  );
}

function loadingsOf({ r0, r1 }: CointegrationSpace, vectors: Matrix): Matrix {
  const along = multiply(r1, vectors);
  const inverse = solve(crossProduct(along, along), crossProduct(along, r0))!;
  const out = matrix(r0.cols, vectors.cols);
  for (let i = 0; i < out.rows; i++)
    for (let j = 0; j < out.cols; j++) out.data[i * out.cols + j] = inverse.data[j * out.rows + i]!;
  return out;
}
