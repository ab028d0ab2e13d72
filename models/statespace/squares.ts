import type { Plan } from "./plan.ts";
import type { SparseRows } from "./sparseRows.ts";

/** out(at) = P − P N P for the symmetric P at `from`, by sums over neighbouring entries; a diagonal below 0 is 0. */
export function takeProduct(
  out: Float64Array,
  at: number,
  P: Float64Array,
  from: number,
  N: Float64Array,
  work: Float64Array,
  m: number,
): void {
  for (let i = 0; i < m; i++)
    for (let k = 0; k < m; k++) work[i * m + k] = along(P, from + i * m, N, k * m, m);
  for (let i = 0; i < m; i++) {
    for (let j = i; j < m; j++) {
      const x = P[from + i * m + j]! - along(work, i * m, P, from + j * m, m);
      out[at + i * m + j] = x;
      out[at + j * m + i] = x;
    }
    // What is known exactly comes out as rounding on either side of 0.
    if (out[at + i * m + i]! < 0) out[at + i * m + i] = 0;
  }
}

function along(a: Float64Array, from: number, b: Float64Array, at: number, m: number): number {
  let s0 = 0;
  let s1 = 0;
  const even = m & ~1;
  for (let k = 0; k < even; k += 2) {
    s0 += a[from + k]! * b[at + k]!;
    s1 += a[from + k + 1]! * b[at + k + 1]!;
  }
  return even < m ? s0 + s1 + a[from + even]! * b[at + even]! : s0 + s1;
}

/** out(at) += G G′ for the m × q matrix G. */
export function addGram(out: Float64Array, at: number, G: Float64Array, m: number, q: number): void {
  for (let i = 0; i < m; i++)
    for (let j = i; j < m; j++) {
      const x = out[at + i * m + j]! + along(G, i * q, G, j * q, q);
      out[at + i * m + j] = x;
      out[at + j * m + i] = x;
    }
}

/** out(at) += x z′ for the k-vectors that begin at `i` and `j`. */
export function addOuter(
  out: Float64Array,
  at: number,
  x: Float64Array,
  i: number,
  z: Float64Array,
  j: number,
  k: number,
): void {
  for (let a = 0; a < k; a++) {
    const v = x[i + a]!;
    if (v === 0) continue;
    const row = at + a * k;
    for (let b = 0; b < k; b++) out[row + b]! += v * z[j + b]!;
  }
}

/** out += A B. */
export function multiplyAdd(A: Float64Array, B: Float64Array, out: Float64Array, m: number): void {
  for (let i = 0; i < m; i++)
    for (let k = 0; k < m; k++) {
      const x = A[i * m + k]!;
      if (x !== 0) for (let j = 0; j < m; j++) out[i * m + j]! += x * B[k * m + j]!;
    }
}

/** out = T X for the X at `from`. */
export function timesT(
  T: SparseRows,
  rows: number,
  X: Float64Array,
  from: number,
  out: Float64Array,
  m: number,
): void {
  for (let i = 0; i < m; i++) {
    for (let j = 0; j < m; j++) out[i * m + j] = 0;
    for (let k = T.start[rows + i]!; k < T.start[rows + i + 1]!; k++) {
      const x = T.value[k]!;
      const source = from + T.column[k]! * m;
      for (let j = 0; j < m; j++) out[i * m + j]! += x * X[source + j]!;
    }
  }
}

/** out(at) −= R Q R′ X. */
export function timesV(
  V: Plan["V"],
  block: number,
  X: Float64Array,
  out: Float64Array,
  at: number,
  m: number,
): void {
  for (let e = V.start[block]!; e < V.start[block + 1]!; e++) {
    const x = V.value[e]!;
    const i = Math.floor(V.at[e]! / m);
    const j = V.at[e]! - i * m;
    for (let c = 0; c < m; c++) {
      out[at + i * m + c]! -= x * X[j * m + c]!;
      if (i !== j) out[at + j * m + c]! -= x * X[i * m + c]!;
    }
  }
}
