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
 *   AUROC = ( Σ ranks of event periods − n₁(n₁+1)/2 ) / (n₁ n₀)
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
  const area = areaOf(pairs);
  if (area === null)
    throw new AppError(
      "not-enough-data",
      `${pairs.filter((p) => p.event).length} of ${pairs.length} known periods precede an event; both kinds are needed`,
    );
  const random = randomSource(options.seed);
  const n = pairs.length;
  const length = Math.min(options.blockLength, n);
  const areas: number[] = [];
  for (let draw = 0; draw < options.draws; draw++) {
    const sample: Scored[] = [];
    while (sample.length < n) {
      const from = Math.floor(random.uniform() * (n - length + 1));
      for (let k = 0; k < length && sample.length < n; k++) sample.push(pairs[from + k]!);
    }
    const again = areaOf(sample);
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

interface Scored {
  score: number;
  event: boolean;
}

function areaOf(pairs: readonly Scored[]): number | null {
  const sorted = pairs.toSorted((a, b) => a.score - b.score);
  const ones = sorted.filter((p) => p.event).length;
  const zeros = sorted.length - ones;
  if (ones === 0 || zeros === 0) return null;
  let ranks = 0;
  for (let i = 0; i < sorted.length; ) {
    let j = i;
    while (j < sorted.length && sorted[j]!.score === sorted[i]!.score) j++;
    // Ties share their mean rank.
    const rank = (i + 1 + j) / 2;
    for (; i < j; i++) if (sorted[i]!.event) ranks += rank;
  }
  return (ranks - (ones * (ones + 1)) / 2) / (ones * zeros);
}
