/** (X′X)⁻¹ entry (i, j) from R⁻¹, k × k row by row and upper triangular. */
export function unscaledCovariance(rInverse: Float64Array, k: number, i: number, j: number): number {
  let sum = 0;
  for (let m = Math.max(i, j); m < k; m++) sum += rInverse[i * k + m]! * rInverse[j * k + m]!;
  return sum;
}
