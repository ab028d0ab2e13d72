import type { FilterOutput } from "./filterTrace.ts";
import type { SparseRows } from "./sparseRows.ts";

/** r = r₀ + r₁/κ + … and N = N₀ + N₁/κ + N₂/κ² + … on their way back, and room to work in. */
export interface Backward {
  readonly m: number;
  readonly r0: Float64Array;
  readonly r1: Float64Array;
  readonly N0: Float64Array;
  readonly N1: Float64Array;
  readonly N2: Float64Array;
  readonly k: Float64Array;
  readonly nk: Float64Array;
  readonly g: Float64Array;
  readonly work: Float64Array;
}

/**
 * Back through an element with a proper variance. With K = M/F, L = I − K z′:
 *   u = v/F − K′r₀,  D = 1/F + K′N₀K,   r₀ ← r₀ + z u,   N₀ ← L′N₀L + z z′/F;   r₁, N₁, N₂ ← L′r₁, L′N₁L, L′N₂L
 * Returns u and D: ε̂ = h u, Var[ε | Y] = h − h² D. Durbin & Koopman, 2nd ed., §6.4.4, §4.5.
 */
export function backThroughElement(
  back: Backward,
  Z: SparseRows,
  row: number,
  { v, F, M }: FilterOutput,
  at: number,
  diffuse: boolean,
): [u: number, D: number] {
  const { m, r0, r1, N0, N1, N2, k } = back;
  const f = F[at]!;
  for (let i = 0; i < m; i++) k[i] = M[at * m + i]! / f;
  const u = v[at]! / f - dot(k, r0);
  addTo(r0, Z, row, u);
  const D = sandwich(back, N0, k, Z, row, 1 / f);
  if (diffuse) {
    addTo(r1, Z, row, -dot(k, r1));
    sandwich(back, N1, k, Z, row, 0);
    sandwich(back, N2, k, Z, row, 0);
  }
  return [u, D];
}

/**
 * Back through an element that took up a diffuse column. With K = M∞/F∞, L = I − K z′, g = (K F − M)/F∞:
 *   r₁ ← z v/F∞ + z g′r₀ + L′r₁,   r₀ ← L′r₀
 *   N₂ ← −z z′F/F∞² + L′N₂L + z g′N₁L + L′N₁g z′ + z z′ g′N₀g
 *   N₁ ← z z′/F∞ + L′N₁L + z g′N₀L + L′N₀g z′,   N₀ ← L′N₀L
 * Returns u = −K′r₀ and D = K′N₀K. Durbin & Koopman, 2nd ed., §5.3–5.4 with §6.4.
 */
export function backThroughDiffuse(
  back: Backward,
  Z: SparseRows,
  row: number,
  { v, F, Finf, M, Minf }: FilterOutput,
  at: number,
): [u: number, D: number] {
  const { m, r0, r1, N0, N1, N2, k, g } = back;
  const f = Finf[at]!;
  const proper = F[at]!;
  for (let i = 0; i < m; i++) {
    k[i] = Minf[at * m + i]! / f;
    g[i] = (k[i]! * proper - M[at * m + i]!) / f;
  }
  const u = -dot(k, r0);
  addTo(r1, Z, row, v[at]! / f + dot(g, r0) - dot(k, r1));
  addTo(r0, Z, row, u);
  const gg = quadratic(N0, g, m);
  sandwich(back, N2, k, Z, row, gg - proper / (f * f));
  cross(back, N2, N1, Z, row);
  sandwich(back, N1, k, Z, row, 1 / f);
  cross(back, N1, N0, Z, row);
  const D = sandwich(back, N0, k, Z, row, 0);
  return [u, D];
}

/** r ← T′r, N ← T′N T. */
export function backThroughTransition(
  { m, r0, r1, N0, N1, N2, nk, work }: Backward,
  T: SparseRows,
  rows: number,
  diffuse: boolean,
): void {
  const vector = (r: Float64Array) => {
    nk.fill(0);
    for (let i = 0; i < m; i++)
      for (let k = T.start[rows + i]!; k < T.start[rows + i + 1]!; k++)
        nk[T.column[k]!]! += T.value[k]! * r[i]!;
    r.set(nk);
  };
  const square = (N: Float64Array) => {
    work.fill(0);
    for (let k = 0; k < m; k++)
      for (let e = T.start[rows + k]!; e < T.start[rows + k + 1]!; e++) {
        const x = T.value[e]!;
        const j = T.column[e]!;
        for (let i = 0; i < m; i++) work[j * m + i]! += x * N[k * m + i]!;
      }
    N.fill(0);
    for (let i = 0; i < m; i++) {
      const row = i * m;
      for (let k = 0; k < m; k++) {
        const w = work[row + k]!;
        const to = T.start[rows + k + 1]!;
        for (let e = T.start[rows + k]!; e < to; e++) N[row + T.column[e]!]! += T.value[e]! * w;
      }
    }
  };
  vector(r0);
  square(N0);
  if (!diffuse) return;
  vector(r1);
  square(N1);
  square(N2);
}

/** N ← L′N L + extra · z z′ with L = I − k z′; returns k′N k + extra. */
function sandwich(
  { m, nk }: Backward,
  N: Float64Array,
  k: Float64Array,
  Z: SparseRows,
  row: number,
  extra: number,
): number {
  let D = extra;
  for (let i = 0; i < m; i++) {
    let s = 0;
    for (let j = 0; j < m; j++) s += N[i * m + j]! * k[j]!;
    nk[i] = s;
    D += k[i]! * s;
  }
  border(N, nk, Z, row, m, -1);
  for (let e = Z.start[row]!; e < Z.start[row + 1]!; e++)
    for (let f = Z.start[row]!; f < Z.start[row + 1]!; f++)
      N[Z.column[e]! * m + Z.column[f]!]! += D * Z.value[e]! * Z.value[f]!;
  return D;
}

/** `into` += z b′ + b z′ with b = L′N g: expects N as it stood before its own step. */
function cross(
  { m, k, g, nk }: Backward,
  into: Float64Array,
  N: Float64Array,
  Z: SparseRows,
  row: number,
): void {
  let along = 0;
  for (let i = 0; i < m; i++) {
    let s = 0;
    for (let j = 0; j < m; j++) s += N[i * m + j]! * g[j]!;
    nk[i] = s;
    along += s * k[i]!;
  }
  addTo(nk, Z, row, -along);
  border(into, nk, Z, row, m, 1);
}

/** N ← N + sign (z b′ + b z′). */
function border(N: Float64Array, b: Float64Array, Z: SparseRows, row: number, m: number, sign: number): void {
  for (let e = Z.start[row]!; e < Z.start[row + 1]!; e++) {
    const x = sign * Z.value[e]!;
    const c = Z.column[e]!;
    for (let i = 0; i < m; i++) {
      N[c * m + i]! += x * b[i]!;
      N[i * m + c]! += x * b[i]!;
    }
  }
}

function addTo(r: Float64Array, Z: SparseRows, row: number, by: number): void {
  for (let e = Z.start[row]!; e < Z.start[row + 1]!; e++) r[Z.column[e]!]! += by * Z.value[e]!;
}

function dot(a: Float64Array, b: Float64Array): number {
  let s = 0;
  for (let i = 0; i < a.length; i++) s += a[i]! * b[i]!;
  return s;
}

function quadratic(N: Float64Array, g: Float64Array, m: number): number {
  let s = 0;
  for (let i = 0; i < m; i++) for (let j = 0; j < m; j++) s += g[i]! * N[i * m + j]! * g[j]!;
  return s;
}
