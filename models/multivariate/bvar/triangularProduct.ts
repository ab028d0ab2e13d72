/**
 * W ← V Z for the upper triangle V (k × k, row by row) and Z (k × m): each row of W reads V from its diagonal on, half the
 * work of a full product. Tiles of 4 × 2 keep sums and operands in registers. W must not overlap V or Z.
 */
export function upperTimes(v: Float64Array, z: Float64Array, w: Float64Array, k: number, m: number): void {
  const k4 = k & ~3;
  const m2 = m & ~1;
  for (let i = 0; i < k4; i += 4) {
    for (let j = 0; j < m2; j += 2) tile(v, z, w, i, j, k, m);
    if (m2 < m) column(v, z, w, i, m2, k, m);
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

/** Rows i … i+3 of one last column. */
function column(
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
  let w0 = 0;
  let w1 = 0;
  let w2 = 0;
  let w3 = 0;
  for (let p = i, at = i * m + j; p < k; p++, at += m) {
    const x = z[at]!;
    w0 += v[r0 + p]! * x;
    w1 += v[r1 + p]! * x;
    w2 += v[r2 + p]! * x;
    w3 += v[r3 + p]! * x;
  }
  const o = i * m + j;
  w[o] = w0;
  w[o + m] = w1;
  w[o + 2 * m] = w2;
  w[o + 3 * m] = w3;
}

/**
 * B ← B̄ + W U′ for the lower triangle U (n × n, zeros above its diagonal), W and B k × n. Tiles of 4 × 2.
 */
export function plusTimesLowerTransposed(
  base: Float64Array,
  w: Float64Array,
  u: Float64Array,
  b: Float64Array,
  k: number,
  n: number,
): void {
  const k4 = k & ~3;
  for (let i = 0; i < k4; i += 4) for (let r = 0; r < n; r += 2) lowerTile(base, w, u, b, i * n, r, n);
  for (let at = k4 * n; at < k * n; at++) {
    const r = at % n;
    let s = base[at]!;
    for (let j = 0; j <= r; j++) s += w[at - r + j]! * u[r * n + j]!;
    b[at] = s;
  }
}

/** Four rows from offset o, columns r and r+1; at an odd end the second stands on the first. */
function lowerTile(
  base: Float64Array,
  w: Float64Array,
  u: Float64Array,
  b: Float64Array,
  o: number,
  r: number,
  n: number,
): void {
  const q = r + 1 < n ? r + 1 : r;
  const o1 = o + n;
  const o2 = o1 + n;
  const o3 = o2 + n;
  const ur = r * n;
  const uq = q * n;
  let b00 = base[o + r]!;
  let b01 = base[o + q]!;
  let b10 = base[o1 + r]!;
  let b11 = base[o1 + q]!;
  let b20 = base[o2 + r]!;
  let b21 = base[o2 + q]!;
  let b30 = base[o3 + r]!;
  let b31 = base[o3 + q]!;
  for (let j = 0; j <= q; j++) {
    const x = u[ur + j]!;
    const y = u[uq + j]!;
    const w0 = w[o + j]!;
    const w1 = w[o1 + j]!;
    const w2 = w[o2 + j]!;
    const w3 = w[o3 + j]!;
    b00 += w0 * x;
    b01 += w0 * y;
    b10 += w1 * x;
    b11 += w1 * y;
    b20 += w2 * x;
    b21 += w2 * y;
    b30 += w3 * x;
    b31 += w3 * y;
  }
  b[o + q] = b01;
  b[o + r] = b00;
  b[o1 + q] = b11;
  b[o1 + r] = b10;
  b[o2 + q] = b21;
  b[o2 + r] = b20;
  b[o3 + q] = b31;
  b[o3 + r] = b30;
}
