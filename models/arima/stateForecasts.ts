/**
 * What an ARMA state goes on to by itself, without further shocks: its first entry at horizons 1…H.
 *   x(h) = a₀,  a ← (φ₁ a₀ + a₁, φ₂ a₀ + a₂, …)
 * The state as `innovations` keeps it, φ from index 1. Harvey (1989), §3.3.
 */
export function stateForecasts(phi: Float64Array, state: Float64Array, horizon: number): Float64Array {
  const a = state.slice();
  const out = new Float64Array(horizon);
  for (let h = 0; h < horizon; h++) {
    const a0 = a[0]!;
    out[h] = a0;
    for (let i = 0; i + 1 < a.length; i++) a[i] = phi[i + 1]! * a0 + a[i + 1]!;
  }
  return out;
}
