import { AppError } from "../../errors.ts";
import { quantile } from "../../statistics/quantile.ts";
import { randomSource } from "../../statistics/random/generator.ts";

export interface Auroc {
  /** P(score before an event > score in calm), ties half: ½ knows nothing, 1 orders perfectly. */
  auroc: number;
  /** Percentile interval of the block bootstrap. */
  low: number;
  high: number;
  level: number;
  /** Bootstrap samples that held both kinds of period. */
  draws: number;
}

/**
 * Area under the receiver operating characteristic by ranks, with an interval that respects that neighbouring periods
 * resemble each other: moving blocks of `blockLength` periods, score and event together.
 *   AUROC = ( Σ ranks of event periods − n₁(n₁+1)/2 ) / (n₁ n₀) = pairs in order, ties half, of all n₁ n₀
 * Hanley & McNeil (1982), Radiology 143; Künsch (1989), Annals of Statistics 17.
 */
export function auroc(
  scores: readonly (number | null)[],
  events: readonly (boolean | null)[],
  options: { level: number; draws: number; blockLength: number; seed: number },
): Auroc {
  const pairs = scores.flatMap((s, t) => {
    const event = events[t] ?? null;
    return s === null || !Number.isFinite(s) || event === null ? [] : [{ score: s, event }];
  });
  const n = pairs.length;
  const order = Int32Array.from(pairs.keys()).sort((a, b) => pairs[a]!.score - pairs[b]!.score);
  const times = new Int32Array(n).fill(1);
  const area = areaOf(pairs, order, times);
  if (area === null)
    throw new AppError(
      "not-enough-data",
      `${pairs.filter((p) => p.event).length} of ${n} known periods precede an event; both kinds are needed`,
    );
  const random = randomSource(options.seed);
  const length = Math.min(options.blockLength, n);
  const areas: number[] = [];
  for (let draw = 0; draw < options.draws; draw++) {
    times.fill(0);
    for (let drawn = 0; drawn < n; ) {
      const from = Math.floor(random.uniform() * (n - length + 1));
      for (let k = 0; k < length && drawn < n; k++, drawn++) times[from + k]!++;
    }
    const again = areaOf(pairs, order, times);
    if (again !== null) areas.push(again);
  }
  const tail = (1 - options.level / 100) / 2;
  areas.sort((a, b) => a - b);
  return {
    auroc: area,
    low: areas.length === 0 ? 0 : quantile(areas, tail),
    high: areas.length === 0 ? 1 : quantile(areas, 1 - tail),
    level: options.level,
    draws: areas.length,
  };
}

/** Pairs of a one and a zero in order, ties half, of all pairs, each period counted so many times; null without both kinds. */
function areaOf(
  pairs: readonly { score: number; event: boolean }[],
  order: Int32Array,
  times: Int32Array,
): number | null {
  let ones = 0;
  let zeros = 0;
  let ordered = 0;
  for (let i = 0; i < order.length; ) {
    const { score } = pairs[order[i]!]!;
    let tiedOnes = 0;
    let tiedZeros = 0;
    for (; i < order.length && pairs[order[i]!]!.score === score; i++) {
      const at = order[i]!;
      if (pairs[at]!.event) tiedOnes += times[at]!;
      else tiedZeros += times[at]!;
    }
    ordered += tiedOnes * (zeros + tiedZeros / 2);
    ones += tiedOnes;
    zeros += tiedZeros;
  }
  return ones === 0 || zeros === 0 ? null : ordered / (ones * zeros);
}
