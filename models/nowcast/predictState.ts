import type { FilterProgram } from "./filterProgram.ts";
import type { FilterTrace } from "./filterTrace.ts";

/** α(t−1|t−1) → α(t|t−1): only the states that are overwritten move. */
export function predictState(program: FilterProgram, trace: FilterTrace, t: number): void {
  const { size: n, d, src, coef, srcStart, dStart, qStart, qa, qb, qv } = program;
  const { p, a, w, s, held, inPlace } = trace;
  const from = dStart[t]!;
  const count = dStart[t + 1]! - from;
  if (count === 0) return;
  const before = t === 0 ? n : program.active[t - 1]!;
  const now = program.active[t]!;
  for (let k = 0; k < count; k++) {
    const o = k * n;
    w.fill(0, o, o + before);
    for (let e = srcStart[from + k]!; e < srcStart[from + k + 1]!; e++) {
      const c = coef[e]!;
      const x = src[e]!;
      for (let j = 0, at = x; j < x; j++, at += n) w[o + j] = w[o + j]! + c * p[at]!;
      const r = x * n;
      for (let j = x; j < before; j++) w[o + j] = w[o + j]! + c * p[r + j]!;
    }
  }
  for (let k = 0; k < count; k++) {
    let mean = 0;
    for (let e = srcStart[from + k]!; e < srcStart[from + k + 1]!; e++) mean += coef[e]! * a[src[e]!]!;
    held[k] = mean;
  }
  for (let k = 0; k < count; k++) {
    inPlace[d[from + k]!] = 1;
    a[d[from + k]!] = held[k]!;
  }
  for (let k = 0; k < count; k++)
    for (let l = k; l < count; l++) {
      let sum = 0;
      for (let e = srcStart[from + l]!; e < srcStart[from + l + 1]!; e++)
        sum += coef[e]! * w[k * n + src[e]!]!;
      s[k * count + l] = sum;
    }
  for (let e = qStart[t]!; e < qStart[t + 1]!; e++) {
    const cell = qa[e]! * count + qb[e]!;
    s[cell] = s[cell]! + qv[e]!;
  }
  const others = Math.min(before, now);
  for (let k = 0; k < count; k++) {
    const slot = d[from + k]!;
    const o = k * n;
    for (let j = 0; j < others; j++) {
      if (inPlace[j] === 1) continue;
      if (j < slot) p[j * n + slot] = w[o + j]!;
      else p[slot * n + j] = w[o + j]!;
    }
    for (let l = k; l < count; l++) {
      const other = d[from + l]!;
      p[slot < other ? slot * n + other : other * n + slot] = s[k * count + l]!;
    }
  }
  for (let k = 0; k < count; k++) inPlace[d[from + k]!] = 0;
}
