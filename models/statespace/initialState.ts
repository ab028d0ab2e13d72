import { AppError } from "../errors.ts";
import { stationaryVariance } from "./stationaryVariance.ts";

/** α(1) = a + A δ + ζ with ζ ~ N(0, P) and δ diffuse; what is not said is 0. */
export interface InitialState {
  /** a₁, length m. */
  readonly a: Float64Array;
  /** P₁, m × m: the proper part. */
  readonly P: Float64Array;
  /** A, m × q column after column (entry (i, j) at j·m + i); P∞ = A A′. */
  readonly A: Float64Array;
}

/** Known mean and variance. */
export const knownInitial = (a: Float64Array, P: Float64Array): InitialState => ({
  a,
  P,
  A: new Float64Array(0),
});

/**
 * P∞ has 1 on the diagonal for the states named (all of them by default): their start is taken to be unknown, exactly.
 * Durbin & Koopman, 2nd ed., §5.1.
 */
export function diffuseInitial(m: number, diffuse: readonly number[] = range(m)): InitialState {
  const A = new Float64Array(m * diffuse.length);
  diffuse.forEach((i, j) => {
    A[j * m + check(i, m)] = 1;
  });
  return { a: new Float64Array(m), P: new Float64Array(m * m), A };
}

/**
 * P₁ = κ for the states named: the big-κ stand-in for the exact diffuse start, which statsmodels and R use by default.
 * Its likelihood is made comparable by leaving out the first terms, one for each such state: `burn` of logLikelihood.
 */
export function approximateDiffuse(
  m: number,
  kappa = 1e6,
  diffuse: readonly number[] = range(m),
): InitialState {
  const P = new Float64Array(m * m);
  for (const i of diffuse) P[check(i, m) * (m + 1)] = kappa;
  return { a: new Float64Array(m), P, A: new Float64Array(0) };
}

/**
 * The stationary distribution of α(t+1) = T α(t) + c + u(t), Var u = V:
 *   a = (I − T)⁻¹ c,   P = T P T′ + V
 * Throws AppError("invalid-input") where T is not stable. Durbin & Koopman, 2nd ed., §5.6.2.
 */
export function stationaryInitial(T: Float64Array, V: Float64Array, c?: Float64Array): InitialState {
  const { mean, variance } = stationaryVariance(T, V, c);
  return { a: mean, P: variance, A: new Float64Array(0) };
}

/** Independent blocks of states one after the other. */
export function stackInitial(blocks: readonly InitialState[]): InitialState {
  const m = blocks.reduce((sum, b) => sum + b.a.length, 0);
  const a = new Float64Array(m);
  const P = new Float64Array(m * m);
  const columns = blocks.reduce((sum, b) => sum + diffuseCount(b), 0);
  const A = new Float64Array(m * columns);
  let at = 0;
  let column = 0;
  for (const block of blocks) {
    const k = block.a.length;
    a.set(block.a, at);
    for (let i = 0; i < k; i++) P.set(block.P.subarray(i * k, (i + 1) * k), (at + i) * m + at);
    for (let j = 0; j < diffuseCount(block); j++, column++)
      A.set(block.A.subarray(j * k, (j + 1) * k), column * m + at);
    at += k;
  }
  return { a, P, A };
}

/** q: how many diffuse elements the start has. */
export const diffuseCount = (initial: InitialState): number =>
  initial.a.length === 0 ? 0 : initial.A.length / initial.a.length;

const range = (m: number): number[] => Array.from({ length: m }, (_, i) => i);

function check(i: number, m: number): number {
  if (!Number.isInteger(i) || i < 0 || i >= m)
    throw new AppError("invalid-input", `a diffuse state must be one of 0 to ${m - 1}; found ${i}`);
  return i;
}
