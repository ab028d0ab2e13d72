import type { FilterProgram } from "./filterProgram.ts";
import type { FilterTrace } from "./filterTrace.ts";

/**
 * P (upper) ← P − Σ M M′/F over the rows at t, four rows in one pass. The states of a quarter, beyond the lasting ones, go
 * again before they are read together: of their covariances only those within one series, three by three, are kept up.
 */
export function rankUpdate(program: FilterProgram, { p, m, f, rowsAt }: FilterTrace, t: number): void {
  const { size: n, lasting } = program;
  const active = program.active[t]!;
  const to = rowsAt[t + 1]!;
  let row = rowsAt[t]!;
  for (; row + 3 < to; row += 4) {
    const o0 = row * n;
    const o1 = o0 + n;
    const o2 = o1 + n;
    const o3 = o2 + n;
    const f0 = 1 / f[row]!;
    const f1 = 1 / f[row + 1]!;
    const f2 = 1 / f[row + 2]!;
    const f3 = 1 / f[row + 3]!;
    for (let i = 0; i < active; i++) {
      const x0 = m[o0 + i]! * f0;
      const x1 = m[o1 + i]! * f1;
      const x2 = m[o2 + i]! * f2;
      const x3 = m[o3 + i]! * f3;
      const r = i * n;
      const end = i < lasting ? active : i + 3 - ((i - lasting) % 3);
      for (let j = i; j < end; j++)
        p[r + j] = p[r + j]! - (x0 * m[o0 + j]! + x1 * m[o1 + j]! + (x2 * m[o2 + j]! + x3 * m[o3 + j]!));
    }
  }
  for (; row < to; row++) {
    const o = row * n;
    const inverse = 1 / f[row]!;
    for (let i = 0; i < active; i++) {
      const x = m[o + i]! * inverse;
      if (x === 0) continue;
      const r = i * n;
      const end = i < lasting ? active : i + 3 - ((i - lasting) % 3);
      for (let j = i; j < end; j++) p[r + j] = p[r + j]! - x * m[o + j]!;
    }
  }
}
