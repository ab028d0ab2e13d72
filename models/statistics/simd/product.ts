/**
 * C ← C₀ + A B for A m × k, B k × n, C₀ (none: zero) and C m × n, all row by row. Where A or B is said to be upper
 * triangular (zeros below its diagonal), the terms below the diagonal are passed over, tile by tile: half the work.
 * C must not overlap A or B.
 */
export type Product = (
  base: Float64Array | null,
  a: Float64Array,
  b: Float64Array,
  c: Float64Array,
  m: number,
  k: number,
  n: number,
  upperA: boolean,
  upperB: boolean,
) => void;

/** The product in plain TypeScript: what the kernel is held to, and what runs where there is none. Tiles of 4 × 2. */
export const product: Product = (base, a, b, c, m, k, n, upperA, upperB) => {
  const m4 = m & ~3;
  const n2 = n & ~1;
  for (let i = 0; i < m; i++)
    for (let j = i < m4 ? n2 : 0; j < n; j++) {
      let s = base ? base[i * n + j]! : 0;
      const to = upperB ? Math.min(j + 1, k) : k;
      for (let p = upperA ? i : 0; p < to; p++) s += a[i * k + p]! * b[p * n + j]!;
      c[i * n + j] = s;
    }
  for (let i = 0; i < m4; i += 4)
    for (let j = 0; j < n2; j += 2)
      tile(base, a, b, c, i, j, k, n, upperA ? i : 0, upperB ? Math.min(j + 2, k) : k);
};

/** Rows i … i+3 and columns j, j+1: terms from … to − 1. */
function tile(
  base: Float64Array | null,
  a: Float64Array,
  b: Float64Array,
  c: Float64Array,
  i: number,
  j: number,
  k: number,
  n: number,
  from: number,
  to: number,
): void {
  const r0 = i * k;
  const r1 = r0 + k;
  const r2 = r1 + k;
  const r3 = r2 + k;
  const o0 = i * n + j;
  const o1 = o0 + n;
  const o2 = o1 + n;
  const o3 = o2 + n;
  let c00 = base ? base[o0]! : 0;
  let c01 = base ? base[o0 + 1]! : 0;
  let c10 = base ? base[o1]! : 0;
  let c11 = base ? base[o1 + 1]! : 0;
  let c20 = base ? base[o2]! : 0;
  let c21 = base ? base[o2 + 1]! : 0;
  let c30 = base ? base[o3]! : 0;
  let c31 = base ? base[o3 + 1]! : 0;
  for (let p = from, at = from * n + j; p < to; p++, at += n) {
    const y0 = b[at]!;
    const y1 = b[at + 1]!;
    const x0 = a[r0 + p]!;
    const x1 = a[r1 + p]!;
    const x2 = a[r2 + p]!;
    const x3 = a[r3 + p]!;
    c00 += x0 * y0;
    c01 += x0 * y1;
    c10 += x1 * y0;
    c11 += x1 * y1;
    c20 += x2 * y0;
    c21 += x2 * y1;
    c30 += x3 * y0;
    c31 += x3 * y1;
  }
  c[o0] = c00;
  c[o0 + 1] = c01;
  c[o1] = c10;
  c[o1 + 1] = c11;
  c[o2] = c20;
  c[o2 + 1] = c21;
  c[o3] = c30;
  c[o3 + 1] = c31;
}
