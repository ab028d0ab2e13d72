import type { Plan } from "./plan.ts";

/** Below this share of what its terms add up to in size, z′A is rounding and the element sees nothing diffuse. */
const UNSEEN = 1e-11;
/** Entries this small beside the row they came from are rounding and become 0. */
const CANCELLED = 1e-13;

/**
 * The exact diffuse step for one element of y(t), with P∞ = A A′ kept as its factor A (m × q):
 *   w = A′z,  F∞ = w′w,  M∞ = A w
 *   a ← a + (M∞/F∞) v
 *   P ← P + M∞ M∞′ F/F∞² − (M M∞′ + M∞ M′)/F∞
 *   P∞ ← P∞ − M∞ M∞′/F∞, which is: reflect A so that w falls on its last column, and drop that column.
 * Each such step takes away exactly one column, so the diffuse phase ends by counting and A is exactly empty then.
 * Returns F∞, or 0 where the element says nothing on what is diffuse. M is row i of plan.M.
 * Durbin & Koopman, 2nd ed., §5.2 and §6.4; the factored form follows by orthogonal invariance of A A′.
 */
export function absorbDiffuse(
  plan: Plan,
  now: number,
  row: number,
  i: number,
  v: number,
  F: number,
  q: number,
): number {
  const { m, Z, a, P, A, M, Minf, w } = plan;
  const from = Z.start[row]!;
  const to = Z.start[row + 1]!;
  let Finf = 0;
  let size = 0;
  for (let j = 0; j < q; j++) {
    let s = 0;
    let terms = 0;
    for (let k = from; k < to; k++) {
      const x = Z.value[k]! * A[j * m + Z.column[k]!]!;
      s += x;
      terms += Math.abs(x);
    }
    w[j] = s;
    Finf += s * s;
    size += terms * terms;
  }
  if (!(Finf > UNSEEN * UNSEEN * size)) return 0;
  for (let k = 0; k < m; k++) {
    let s = 0;
    for (let j = 0; j < q; j++) s += A[j * m + k]! * w[j]!;
    Minf[k] = s;
  }
  const own = i * m;
  const g = 1 / Finf;
  for (let k = 0; k < m; k++) {
    a[k]! += Minf[k]! * g * v;
    const at = now + k * m;
    const x = Minf[k]! * g;
    const x2 = x * g * F - M[own + k]! * g;
    for (let l = k; l < m; l++) P[at + l]! += x2 * Minf[l]! - x * M[own + l]!;
  }
  dropColumn(A, w, Minf, m, q, Finf);
  return Finf;
}

/** A ← A (I − β u u′) with u = w ± |w| e_q, whose last column is then dropped. `Aw` holds A w. */
function dropColumn(
  A: Float64Array,
  w: Float64Array,
  Aw: Float64Array,
  m: number,
  q: number,
  Finf: number,
): void {
  const last = q - 1;
  const length = Math.sqrt(Finf) * (w[last]! < 0 ? -1 : 1);
  const beta = 1 / (Finf + Math.abs(w[last]!) * Math.abs(length));
  for (let k = 0; k < m; k++) {
    let size = 0;
    for (let j = 0; j < q; j++) size += Math.abs(A[j * m + k]!);
    const floor = CANCELLED * size;
    const x = beta * (Aw[k]! + length * A[last * m + k]!);
    for (let j = 0; j < last; j++) {
      const moved = A[j * m + k]! - x * w[j]!;
      A[j * m + k] = Math.abs(moved) > floor ? moved : 0;
    }
  }
}

/** A ← T A for the q columns left; `rows` is the first row of T for this period. */
export function moveDiffuse(plan: Plan, rows: number, q: number): void {
  const { m, T, A, copied, work } = plan;
  for (let j = 0; j < q; j++) {
    for (let i = 0; i < m; i++) {
      const source = copied[rows + i]!;
      if (source >= 0) {
        work[i] = A[j * m + source]!;
        continue;
      }
      let s = 0;
      let size = 0;
      const to = T.start[rows + i + 1]!;
      for (let k = T.start[rows + i]!; k < to; k++) {
        const x = T.value[k]! * A[j * m + T.column[k]!]!;
        s += x;
        size += Math.abs(x);
      }
      work[i] = Math.abs(s) > CANCELLED * size ? s : 0;
    }
    for (let i = 0; i < m; i++) A[j * m + i] = work[i]!;
  }
}
