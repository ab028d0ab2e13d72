import type { SeasonalMa } from "./x11Options.ts";

/** Weights inside a column, and at its ends. */
export type ColumnFilter = { interior: Float64Array; ends: readonly (readonly number[])[] };

/**
 * Weights of the 3×n averages of one month over the years. `interior` is the symmetric filter; `ends[i]` weighs the
 * (i+1)-th figure from an end, nearest the end first. The end weights are those of the Census Bureau's X-11, printed
 * to three (3×9) or five (3×15) digits and scaled to sum to one; the 3×3 and 3×5 ones are exact fractions.
 * Shiskin, Young & Musgrave (1967), appendix B; Ladiray & Quenneville (2001), tables 3.16 to 3.19.
 */
const FILTERS: Record<"s3x1" | "s3x3" | "s3x5" | "s3x9" | "s3x15", ColumnFilter> = {
  s3x1: { interior: average(1), ends: [[0.61, 0.39]] },
  s3x3: {
    interior: average(3),
    ends: [
      [11, 11, 5],
      [7, 10, 7, 3],
    ],
  },
  s3x5: {
    interior: average(5),
    ends: [
      [17, 17, 17, 9],
      [15, 15, 15, 11, 4],
      [9, 13, 13, 13, 8, 4],
    ],
  },
  s3x9: {
    interior: average(9),
    ends: [
      [246, 221, 197, 173, 112, 51],
      [208, 192, 176, 160, 144, 92, 28],
      [173, 163, 154, 143, 133, 123, 79, 32],
      [141, 137, 132, 128, 123, 117, 113, 75, 34],
      [84, 120, 118, 117, 116, 114, 113, 111, 73, 34],
    ],
  },
  s3x15: {
    interior: average(15),
    ends: [
      [16000, 16000, 16000, 16000, 16000, 6667, 6667, 4444, 2222],
      [14667, 14667, 14667, 14667, 14667, 6667, 6667, 6667, 4444, 2220],
      [13333, 13333, 13333, 13333, 13333, 6667, 6667, 6667, 6667, 4444, 2223],
      [12000, 12000, 12000, 12000, 12000, 6667, 6667, 6667, 6667, 6667, 4444, 2221],
      [10667, 10667, 10667, 10667, 10667, 6667, 6667, 6667, 6667, 6667, 6667, 4444, 2219],
      [9333, 9333, 9333, 9333, 9333, 6667, 6667, 6667, 6667, 6667, 6667, 6667, 4444, 2222],
      [8000, 8000, 8000, 8000, 8000, 6667, 6667, 6667, 6667, 6667, 6667, 6667, 6667, 4444, 2220],
      [4889, 7111, 7111, 7111, 7111, 6667, 6667, 6667, 6667, 6667, 6667, 6667, 6667, 6667, 4444, 2220],
    ],
  },
};
for (const filter of Object.values(FILTERS))
  filter.ends = filter.ends.map((w) => {
    const sum = w.reduce((a, b) => a + b, 0);
    return w.map((v) => v / sum);
  });

/** Weights of a 3×n average: 1, 2, 3, 3, …, 3, 2, 1 over 3n (n ≥ 3). */
function average(n: number): Float64Array {
  const w = new Float64Array(n === 1 ? 3 : n + 2);
  for (let shift = 0; shift < 3; shift++) for (let j = 0; j < n; j++) w[shift + j]! += 1 / (3 * n);
  return w;
}

/**
 * One month of successive years smoothed: figures x[start], x[start+step], … below `end` go to the same places of `out`.
 * Where a column is too short for the end weights the mean of what there is stands in, as in X-11.
 */
export function smoothColumn(
  x: Float64Array,
  start: number,
  end: number,
  step: number,
  filter: Exclude<SeasonalMa, "msr" | "x11default">,
  out: Float64Array,
): void {
  const k = Math.ceil((end - start) / step);
  if (k <= 0) return;
  if (filter === "stable" || k < 3) {
    const mean = columnMean(x, start, end, step);
    for (let t = start; t < end; t += step) out[t] = mean;
    return;
  }
  const { interior, ends } = FILTERS[filter];
  const half = ends.length;
  const last = start + (k - 1) * step;
  for (let i = half; i < k - half; i++) {
    const at = start + i * step;
    let s = interior[half]! * x[at]!;
    for (let j = 1, d = step; j <= half; j++, d += step) s += interior[half + j]! * (x[at - d]! + x[at + d]!);
    out[at] = s;
  }
  for (let i = 0; i < half && 2 * i < k; i++) {
    const w = ends[i]!;
    let head = 0;
    let tail = 0;
    if (w.length > k) head = tail = columnMean(x, start, end, step);
    else
      for (let j = 0; j < w.length; j++) {
        head += w[j]! * x[start + j * step]!;
        tail += w[j]! * x[last - j * step]!;
      }
    out[start + i * step] = head;
    out[last - i * step] = tail;
  }
}

function columnMean(x: Float64Array, start: number, end: number, step: number): number {
  let sum = 0;
  let count = 0;
  for (let t = start; t < end; t += step, count++) sum += x[t]!;
  return sum / count;
}
