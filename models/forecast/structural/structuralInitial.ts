import type { StateSpace } from "../../statespace/stateSpace.ts";
import { stationaryVariance } from "../../statespace/stationaryVariance.ts";

/** The autoregression starts from its stationary distribution. */
export function startAutoregression(model: StateSpace, at: number, p: number, variance: number): void {
  const { states: m, T, initial } = model;
  const block = new Float64Array(p * p);
  for (let i = 0; i < p; i++) for (let j = 0; j < p; j++) block[i * p + j] = T[(at + i) * m + at + j]!;
  const V = new Float64Array(p * p);
  V[0] = variance;
  const P = stationaryVariance(block, V).variance;
  for (let i = 0; i < p; i++) for (let j = 0; j < p; j++) initial.P[(at + i) * m + at + j] = P[i * p + j]!;
}

/** a₁ = T (y₁, 0, …)′, P₁ = 10⁴ Var(y) (T 1)(T 1)′ + R Q R′. */
export function commonStart(model: StateSpace, y: Float64Array): void {
  const { states: m, shocks: r, T, Q, R, initial } = model;
  const known = y.filter((v) => !Number.isNaN(v));
  const mean = known.reduce((s, v) => s + v, 0) / known.length;
  const spread = known.reduce((s, v) => s + (v - mean) ** 2, 0) / (known.length - 1);
  const first = Number.isNaN(y[0]!) ? mean : y[0]!;
  const direction = Float64Array.from({ length: m }, (_, i) => {
    let s = 0;
    for (let j = 0; j < m; j++) s += T[i * m + j]!;
    return s;
  });
  for (let i = 0; i < m; i++) {
    initial.a[i] = T[i * m]! * first;
    for (let j = 0; j < m; j++) {
      let v = 1e4 * spread * direction[i]! * direction[j]!;
      for (let l = 0; l < r!; l++) v += R![i * r! + l]! * Q[l * r! + l]! * R![j * r! + l]!;
      initial.P[i * m + j] = v;
    }
  }
}
