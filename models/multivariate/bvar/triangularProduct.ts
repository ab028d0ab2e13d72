/**
 * W ← V Z for the upper triangle V (k × k, row by row) and Z (k × m): each row of W reads V from its diagonal on, half the
 * work of a full product. Tiles of 4 × 2 keep sums and operands in registers. W must not overlap V or Z.
 */
export function upperTimes(v: Float64Array, z: Float64Array, w: Float64Array, k: number, m: number): void {
  const k4 = k & ~3;
  const m2 = m & ~1;
  for (let i = 0; i < k4; i += 4) {
    for (let j = 0; j < m2; j += 2) tile(v, z, w, i, j, k, m);
    if (m2 < m) for (let r = i; r < i + 4; r++) w[r * m + m2] = rowTimes(v, z, r, m2, k, m);
  }
  for (let r = k4; r < k; r++) for (let j = 0; j < m; j++) w[r * m + j] = rowTimes(v, z, r, j, k, m);
}

function rowTimes(v: Float64Array, z: Float64Array, r: number, j: number, k: number, m: number): number {
  let s = 0;
  for (let p = r; p < k; p++) s += v[r * k + p]! * z[p * m + j]!;
  return s;
}

/** Rows i … i+3 and columns j, j+1; entries of V below its diagonal are zero and may be read. */
function tile(
  v: Float64Array,
  z: Float64Array,
  w: Float64Array,
  i: number,
  j: number,
  k: number,
  m: number,
): void {
  const r0 = i * k;
  const r1 = r0 + k;
  const r2 = r1 + k;
  const r3 = r2 + k;
  let w00 = 0;
  let w01 = 0;
  let w10 = 0;
  let w11 = 0;
  let w20 = 0;
  let w21 = 0;
  let w30 = 0;
  let w31 = 0;
  for (let p = i, at = i * m + j; p < k; p++, at += m) {
    const z0 = z[at]!;
    const z1 = z[at + 1]!;
    const x0 = v[r0 + p]!;
    const x1 = v[r1 + p]!;
    const x2 = v[r2 + p]!;
    const x3 = v[r3 + p]!;
    w00 += x0 * z0;
    w01 += x0 * z1;
    w10 += x1 * z0;
    w11 += x1 * z1;
    w20 += x2 * z0;
    w21 += x2 * z1;
    w30 += x3 * z0;
    w31 += x3 * z1;
  }
  const o = i * m + j;
  w[o] = w00;
  w[o + 1] = w01;
  w[o + m] = w10;
  w[o + m + 1] = w11;
  w[o + 2 * m] = w20;
  w[o + 2 * m + 1] = w21;
  w[o + 3 * m] = w30;
  w[o + 3 * m + 1] = w31;
}
