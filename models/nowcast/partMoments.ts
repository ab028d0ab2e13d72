import type { Expectation, PartMoments } from "./expectation.ts";
import type { SmoothedWindow } from "./sparseSmoother.ts";
import { partSlot, type StateLayout } from "./stateLayout.ts";

export const emptyPartMoments = (k: number): PartMoments => ({
  k,
  sums: new Float64Array(5 + 5 * k + 4 * k * k),
});

/** Adds the months of one window: `stride` of them, and at the first window all that the state reaches back to. */
export function addPartMoments(
  { k, sums }: PartMoments,
  layout: StateLayout,
  { mean, covariance }: Expectation,
  window: SmoothedWindow,
  index: number,
  i: number,
): void {
  const depth = layout.width[i]! + (layout.part[i] === "quarter" ? 3 : 0);
  const pairs = index === 0 ? depth - 1 : layout.stride;
  const { factors, lags } = layout;
  const n = factors * lags;
  const t = window.time;
  const loaded = layout.loaded[i]!;
  const e = (l: number): number => partSlot(layout, i, l, t);
  const f = (l: number, r: number): number => ((t - l + lags * 16) % lags) * factors + loaded[r]!;
  const ee = (a: number, b: number): number =>
    window.covariance(e(a), e(b)) + window.mean[e(a)]! * window.mean[e(b)]!;
  const ef = (a: number, b: number, r: number): number =>
    window.covariance(e(a), f(b, r)) + window.mean[e(a)]! * window.mean[f(b, r)]!;
  const ff = (a: number, b: number, r: number, c: number): number => {
    const x = a * factors + loaded[r]!;
    const y = b * factors + loaded[c]!;
    return covariance[(index * n + x) * n + y]! + mean[index * n + x]! * mean[index * n + y]!;
  };
  const add = (at: number, v: number): void => {
    sums[at] = sums[at]! + v;
  };
  add(0, pairs);
  for (let l = 0; l < pairs; l++) {
    add(1, ee(l, l));
    add(2, ee(l, l + 1));
    add(3, ee(l + 1, l + 1));
    for (let r = 0; r < k; r++) {
      add(5 + r, ef(l, l, r));
      add(5 + k + r, ef(l, l + 1, r));
      add(5 + 2 * k + r, ef(l + 1, l, r));
      add(5 + 3 * k + r, ef(l + 1, l + 1, r));
      for (let c = 0; c < k; c++) {
        const cell = 5 + 5 * k + r * k + c;
        add(cell, ff(l, l, r, c));
        add(cell + k * k, ff(l, l + 1, r, c));
        add(cell + 2 * k * k, ff(l + 1, l + 1, r, c));
      }
    }
  }
  if (index > 0) return;
  const last = depth - 1;
  add(4, ee(last, last));
  for (let r = 0; r < k; r++) {
    add(5 + 4 * k + r, ef(last, last, r));
    for (let c = 0; c < k; c++) add(5 + 5 * k + 3 * k * k + r * k + c, ff(last, last, r, c));
  }
}
