import type { X11Plan } from "./x11Options.ts";

/** Years behind one standard deviation. */
const FIVE = 5;

/**
 * Weights of the irregular I around its expectation e (1 or 0):
 *   w = 1 where |I−e| ≤ a σ,  0 where > b σ,  (bσ − |I−e|)/(bσ − aσ) between,   σ² = mean (I−e)²
 * σ is taken over five calendar years, moved a year at a time and given to the middle one (three years at the ends, all of
 * a shorter series). It is computed twice: the second time without what lay beyond bσ at first. `grouping` replaces the
 * five-year spans by one σ a calendar month, or by one for each of two groups of months.
 * lo … hi−1 are weighted, sdLo … sdHi−1 give σ. Shiskin, Young & Musgrave (1967); Ladiray & Quenneville (2001), step B4.
 */
export function extremeWeights(
  plan: X11Plan,
  irregular: Float64Array,
  expected: number,
  grouping: "years" | "months" | readonly boolean[],
  lo: number,
  hi: number,
  sdLo: number,
  sdHi: number,
  weights: Float64Array,
): void {
  weights.fill(1);
  for (let pass = 1; pass <= 2; pass++) {
    if (grouping === "years") byYears(plan, irregular, expected, lo, hi, sdLo, sdHi, pass, weights);
    else if (grouping === "months")
      for (let start = lo; start < Math.min(lo + plan.period, hi); start++) {
        const from = start + plan.period * Math.max(0, Math.ceil((sdLo - start) / plan.period));
        const sigma = deviation(irregular, weights, expected, from, sdHi, plan.period, pass);
        weigh(plan, irregular, expected, sigma, start, hi, plan.period, pass, weights);
      }
    else groups(plan, irregular, expected, grouping, lo, hi, sdLo, sdHi, pass, weights);
  }
  // −1 marks what the second pass cast out: it must not leave the σ of the spans that follow.
  for (let t = lo; t < hi; t++) if (weights[t]! < 0) weights[t] = 0;
}

/**
 * The moving five-year spans. Sums of squares are kept by calendar year, so that a span adds five of them; a year's is
 * renewed when its weights change, a weight found earlier in the pass counting for the spans that follow.
 */
function byYears(
  plan: X11Plan,
  x: Float64Array,
  expected: number,
  lo: number,
  hi: number,
  sdLo: number,
  sdHi: number,
  pass: number,
  weights: Float64Array,
): void {
  const m = plan.period;
  const month = (t: number) => (plan.first + t) % m;
  const begin = sdLo - month(sdLo);
  const years = Math.ceil((sdHi - begin) / m);
  // Whole years only: the first and last spans hold five of them and the broken years beside.
  const firstFull = begin === sdLo ? 0 : 1;
  const lastFull = Math.floor((sdHi - begin) / m);
  if (lastFull - firstFull < FIVE || years <= FIVE) {
    weigh(plan, x, expected, deviation(x, weights, expected, sdLo, sdHi, 1, pass), lo, hi, 1, pass, weights);
    return;
  }
  const squares = new Float64Array(years);
  const counts = new Int32Array(years);
  const renew = (year: number) => {
    let sum = 0;
    let count = 0;
    const to = Math.min(begin + (year + 1) * m, sdHi);
    for (let t = Math.max(begin + year * m, sdLo); t < to; t++) {
      if (pass === 2 && weights[t] === 0) continue;
      const d = x[t]! - expected;
      sum += d * d;
      count++;
    }
    squares[year] = sum;
    counts[year] = count;
  };
  for (let year = 0; year < years; year++) renew(year);
  const give = (fromYear: number, toYear: number, first: number, end: number) => {
    let sum = 0;
    let count = 0;
    for (let year = fromYear; year < toYear; year++) {
      sum += squares[year]!;
      count += counts[year]!;
    }
    weigh(plan, x, expected, Math.sqrt(sum / Math.max(count, 1)), first, end, 1, pass, weights);
    if (pass === 1) return;
    const last = Math.min(Math.ceil((end - begin) / m), years);
    for (let year = Math.max(Math.floor((first - begin) / m), 0); year < last; year++) renew(year);
  };
  give(0, firstFull + FIVE, lo, begin + 3 * m);
  for (let year = 1; year < years - FIVE; year++)
    give(year, year + FIVE, begin + (year + 2) * m, begin + (year + 3) * m);
  give(lastFull - FIVE, years, begin + (years - 3) * m, hi);
}

function deviation(
  x: Float64Array,
  weights: Float64Array,
  expected: number,
  lo: number,
  hi: number,
  step: number,
  pass: number,
): number {
  let squares = 0;
  let count = 0;
  for (let t = lo; t < hi; t += step) {
    if (pass === 2 && weights[t] === 0) continue;
    const d = x[t]! - expected;
    squares += d * d;
    count++;
  }
  return Math.sqrt(squares / Math.max(count, 1));
}

function weigh(
  plan: X11Plan,
  x: Float64Array,
  expected: number,
  sigma: number,
  lo: number,
  hi: number,
  step: number,
  pass: number,
  weights: Float64Array,
): void {
  if (!(sigma > 0)) return;
  for (let t = lo; t < hi; t += step) weights[t] = weightOf(plan, x[t]!, expected, sigma, pass, weights[t]!);
}

function weightOf(
  plan: X11Plan,
  x: number,
  expected: number,
  sigma: number,
  pass: number,
  before: number,
): number {
  const low = plan.limits[0];
  const high = plan.limits[1];
  const distance = Math.abs(x - expected) / sigma;
  if (distance <= high) return pass === 2 && distance > low ? (high - distance) / (high - low) : before;
  if (pass === 1) return 0;
  return before > 0 ? -1 : before;
}

/** Two groups of months with one σ each. */
function groups(
  plan: X11Plan,
  x: Float64Array,
  expected: number,
  inGroup: readonly boolean[],
  lo: number,
  hi: number,
  sdLo: number,
  sdHi: number,
  pass: number,
  weights: Float64Array,
): void {
  const squares = [0, 0];
  const counts = [0, 0];
  for (let t = sdLo; t < sdHi; t++) {
    if (pass === 2 && weights[t] === 0) continue;
    const g = inGroup[(plan.first + t) % plan.period] ? 1 : 0;
    squares[g]! += (x[t]! - expected) ** 2;
    counts[g]!++;
  }
  const sigma = squares.map((s, g) => Math.sqrt(s / Math.max(counts[g]!, 1)));
  for (let t = lo; t < hi; t++) {
    const own = sigma[inGroup[(plan.first + t) % plan.period] ? 1 : 0]!;
    if (own > 0) weights[t] = weightOf(plan, x[t]!, expected, own, pass, weights[t]!);
  }
}
