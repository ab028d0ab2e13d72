import type { X11Plan } from "./x11Options.ts";

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
  const spans = grouping === "years" ? yearSpans(plan, lo, hi, sdLo, sdHi) : [];
  for (let pass = 1; pass <= 2; pass++) {
    if (grouping === "years")
      for (const span of spans) {
        const sigma = deviation(irregular, weights, expected, span.sdLo, span.sdHi, 1, pass);
        weigh(plan, irregular, expected, sigma, span.lo, span.hi, 1, pass, weights);
      }
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

interface YearSpan {
  lo: number;
  hi: number;
  sdLo: number;
  sdHi: number;
}

/** The moving five-year spans with the years that each gives its σ to. */
function yearSpans(plan: X11Plan, lo: number, hi: number, sdLo: number, sdHi: number): YearSpan[] {
  const m = plan.period;
  const five = 5 * m;
  const month = (t: number) => (plan.first + t) % m;
  const firstYear = sdLo - month(sdLo);
  const firstFull = month(sdLo) === 0 ? sdLo : firstYear + m;
  // One past the last December that is there, and the December of the last year begun.
  const lastFull = sdHi - month(sdHi);
  const lastYear = month(sdHi) === 0 ? sdHi : sdHi + m - month(sdHi);
  const lastSpan = lastFull - five;
  const endSpan = lastYear - five;
  if (lastSpan < firstFull || endSpan <= firstYear) return [{ lo, hi, sdLo, sdHi }];
  const spans: YearSpan[] = [{ lo, hi: firstYear + 3 * m, sdLo, sdHi: firstFull + five }];
  for (let t = firstYear + m; t < endSpan; t += m)
    spans.push({ lo: t + 2 * m, hi: t + 3 * m, sdLo: t, sdHi: t + five });
  spans.push({ lo: endSpan + 2 * m, hi, sdLo: lastSpan, sdHi });
  return spans;
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
  const [low, high] = plan.limits;
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
