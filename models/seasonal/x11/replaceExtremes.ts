/**
 * SI ratios of less than full weight replaced, month by month, in place:
 *   SI(t) ← [w(t) SI(t) + Σ four others] / (4 + w(t))
 * The four are of full weight and the same month: two before and two after, more from one side where the other lacks
 * them; the four nearest the end for the first and last two years. With fewer than four: the mean of the month.
 * Ladiray & Quenneville (2001), step B4, table 3.9.
 */
export function replaceExtremes(
  si: Float64Array,
  weights: Float64Array,
  lo: number,
  hi: number,
  m: number,
): void {
  for (let start = lo; start < Math.min(lo + m, hi); start++) {
    const k = Math.ceil((hi - start) / m);
    const last = start + (k - 1) * m;
    let mean = Number.NaN;
    for (let t = start; t <= last; t += m) {
      const w = weights[t]!;
      if (w === 1) continue;
      if (Number.isNaN(mean)) mean = columnMean(si, start, last, m);
      const four = neighbours(si, weights, start, last, t, m);
      si[t] = Number.isNaN(four) ? mean : (w * si[t]! + four) / (4 + w);
    }
  }
}

/** Sum of the four replacement values, or NaN where there are fewer. */
function neighbours(
  x: Float64Array,
  w: Float64Array,
  start: number,
  last: number,
  at: number,
  m: number,
): number {
  if (at - m <= start) return sumOfFour(x, w, start, last, m);
  if (at + m >= last) return sumOfFour(x, w, last, start, -m);
  const before: number[] = [];
  const after: number[] = [];
  for (let t = at - m; t >= start && before.length < 4; t -= m) if (w[t] === 1) before.push(x[t]!);
  for (let t = at + m; t <= last && after.length < 4; t += m) if (w[t] === 1) after.push(x[t]!);
  if (before.length + after.length < 4) return Number.NaN;
  const fromAfter = Math.min(after.length, Math.max(2, 4 - before.length));
  let sum = 0;
  for (let i = 0; i < fromAfter; i++) sum += after[i]!;
  for (let i = 0; i < 4 - fromAfter; i++) sum += before[i]!;
  return sum;
}

function sumOfFour(x: Float64Array, w: Float64Array, from: number, to: number, step: number): number {
  let sum = 0;
  let found = 0;
  for (let t = from; step > 0 ? t <= to : t >= to; t += step)
    if (w[t] === 1) {
      sum += x[t]!;
      if (++found === 4) return sum;
    }
  return Number.NaN;
}

/** Before the first replacement, so that replaced values do not enter it. */
function columnMean(x: Float64Array, start: number, last: number, m: number): number {
  let sum = 0;
  let count = 0;
  for (let t = start; t <= last; t += m, count++) sum += x[t]!;
  return sum / count;
}
