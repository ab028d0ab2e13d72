/** What stands beside the stochastic part: nothing, a constant, a line, a parabola. */
export type Deterministics = "none" | "constant" | "trend" | "quadratic";

/** Deterministic regressors: 0, 1, 2, 3. */
export const deterministicCount = (d: Deterministics): number =>
  ({ none: 0, constant: 1, trend: 2, quadratic: 3 })[d];
