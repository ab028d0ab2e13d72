/**
 * Solves A x = b for a symmetric positive definite matrix of half-bandwidth `band`, given by its lower entries a(i, j),
 * i − band ≤ j ≤ i; x overwrites b. Returns false where A is not positive definite. O(n · band²).
 * Golub & Van Loan, Matrix Computations, 4th ed., §4.3.5.
 */
export function bandedSolve(
  n: number,
  band: number,
  entry: (i: number, j: number) => number,
  b: Float64Array,
): boolean {
  const width = band + 1;
  // Row i holds L(i, i − band) … L(i, i).
  const l = new Float64Array(n * width);
  for (let i = 0; i < n; i++)
    for (let j = Math.max(0, i - band); j <= i; j++) {
      let v = entry(i, j);
      for (let k = Math.max(0, i - band, j - band); k < j; k++)
        v -= l[i * width + k - i + band]! * l[j * width + k - j + band]!;
      if (j < i) l[i * width + j - i + band] = v / l[j * width + band]!;
      else if (v > 0) l[i * width + band] = Math.sqrt(v);
      else return false;
    }
  for (let i = 0; i < n; i++) {
    let v = b[i]!;
    for (let k = Math.max(0, i - band); k < i; k++) v -= l[i * width + k - i + band]! * b[k]!;
    b[i] = v / l[i * width + band]!;
  }
  for (let i = n - 1; i >= 0; i--) {
    const x = b[i]! / l[i * width + band]!;
    b[i] = x;
    for (let k = Math.max(0, i - band); k < i; k++) b[k] = b[k]! - x * l[i * width + k - i + band]!;
  }
  return true;
}
