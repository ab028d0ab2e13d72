import type { InitialState } from "./initialState.ts";

/**
 * A linear Gaussian state-space model.
 *   y(t)   = Z(t) α(t) + d(t) + ε(t),           ε(t) ~ N(0, H(t))      p series
 *   α(t+1) = T(t) α(t) + c(t) + R(t) η(t),      η(t) ~ N(0, Q(t))      m states, r shocks
 *   α(1)   = a₁ + A δ + ζ,                      ζ ~ N(0, P₁), δ diffuse, A m × q of full column rank
 * Every array is row by row. A system matrix holds its entries once where it is constant, or once per period, period
 * after period, where it varies; T(t), c(t), R(t) and Q(t) lead from period t to t + 1.
 * Durbin & Koopman, Time Series Analysis by State Space Methods, 2nd ed., §3.1 and §5.1.
 */
export interface StateSpace {
  /** p */
  readonly series: number;
  /** m */
  readonly states: number;
  /** r; absent: r = m and R = I. */
  readonly shocks?: number;
  /** p × m */
  readonly Z: Float64Array;
  /** p; absent: 0. */
  readonly d?: Float64Array | undefined;
  /** The variances of ε where its elements are independent: p. One of `h` and `H` must be given. */
  readonly h?: Float64Array | undefined;
  /** The covariance of ε where its elements are correlated: p × p, diagonalised by LDL′ once per pattern of gaps. */
  readonly H?: Float64Array | undefined;
  /** m × m */
  readonly T: Float64Array;
  /** m; absent: 0. */
  readonly c?: Float64Array | undefined;
  /** m × r; absent: I. */
  readonly R?: Float64Array | undefined;
  /** r × r */
  readonly Q: Float64Array;
  readonly initial: InitialState;
}

export const shocksOf = (model: StateSpace): number => model.shocks ?? model.states;
