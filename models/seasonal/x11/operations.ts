import type { SeasonalMode } from "./x11Options.ts";

/** How components are joined and taken apart: by ratio in the multiplicative modes, by difference in the others. */
export interface Operations {
  /** Multiplicative arithmetic: components are ratios around 1. */
  ratio: boolean;
  /** S + I − 1 under the trend, as in the pseudo-additive mode. */
  pseudo: boolean;
  /** What a component without effect equals. */
  neutral: 0 | 1;
}

/** What a mode takes parts out by, and the value of no effect: quotients and 1, or differences (of logs too) and 0. */
export const operationsOf = (mode: SeasonalMode): Operations => {
  const ratio = mode === "mult" || mode === "pseudoadd";
  return { ratio, pseudo: mode === "pseudoadd", neutral: ratio ? 1 : 0 };
};

/** out = a / b or a − b, for lo ≤ t < hi. */
export function takeOut(
  op: Operations,
  a: Float64Array,
  b: Float64Array,
  lo: number,
  hi: number,
  out: Float64Array,
): void {
  if (op.ratio) for (let t = lo; t < hi; t++) out[t] = a[t]! / b[t]!;
  else for (let t = lo; t < hi; t++) out[t] = a[t]! - b[t]!;
}

/** Irregular from an SI series: SI/S, SI − S, or SI − S + 1 in the pseudo-additive mode. */
export function irregularOf(
  op: Operations,
  si: Float64Array,
  s: Float64Array,
  lo: number,
  hi: number,
  out: Float64Array,
): void {
  if (!op.pseudo) takeOut(op, si, s, lo, hi, out);
  else for (let t = lo; t < hi; t++) out[t] = si[t]! - s[t]! + 1;
}

/** Seasonally adjusted series: Y/S, Y − S, or Y − T(S − 1) in the pseudo-additive mode. */
export function adjust(
  op: Operations,
  y: Float64Array,
  trend: Float64Array,
  s: Float64Array,
  lo: number,
  hi: number,
  out: Float64Array,
): void {
  if (!op.pseudo) takeOut(op, y, s, lo, hi, out);
  else for (let t = lo; t < hi; t++) out[t] = y[t]! - trend[t]! * (s[t]! - 1);
}
