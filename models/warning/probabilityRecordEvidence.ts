import type { Words } from "../indicators/indicator.ts";
import type { Period } from "../series/period.ts";
import type { BandPath } from "./china/riskResult.ts";
import type { Evidence, EvidenceSource } from "./contract.ts";
import { periodWords } from "./periodWords.ts";

/** Probabilities told month by month beside what a reader without a model would have told, and what happened. */
export interface ToldRecord {
  months: readonly Period[];
  /** Percent. */
  path: BandPath;
  /** Percent by month; null where nothing could be told. */
  naive: readonly (number | null)[];
  /** What the naive probability is. */
  naiveIs: Words;
  /** Did it begin within the window? null while open. */
  outcomes: readonly (boolean | null)[];
  window: number;
}

/**
 * What told probabilities were worth on the months that are settled, in lines of evidence.
 *   error against naive   √(Σ(p − y)² / Σ(n − y)²)       y: 1 where it began, n: the naive probability
 *   bands                 whether the share of months it followed lies inside the mean band; no month's own probability is ever seen
 * Nothing where no month is settled or the naive probability never errs.
 */
export function probabilityRecordEvidence(told: ToldRecord, from: EvidenceSource): Evidence[] {
  const { months, path, naive, naiveIs, outcomes, window } = told;
  const settled = months.flatMap((month, t) => {
    const [p, low, high] = [path.value[t] ?? null, path.lower[t] ?? null, path.upper[t] ?? null];
    const [n, y] = [naive[t] ?? null, outcomes[t] ?? null];
    if (p === null || low === null || high === null || n === null || y === null) return [];
    return [{ month, p, low, high, n, y: y ? 100 : 0 }];
  });
  const mean = (of: (s: (typeof settled)[number]) => number): number =>
    settled.reduce((sum, s) => sum + of(s), 0) / settled.length;
  const naiveError = settled.length === 0 ? 0 : mean((s) => (s.n - s.y) ** 2);
  if (naiveError === 0) return [];
  const ratio = Math.sqrt(mean((s) => (s.p - s.y) ** 2) / naiveError);
  const [low, high, happened] = [mean((s) => s.low), mean((s) => s.high), mean((s) => s.y)];
  const [first, last] = [periodWords(settled[0]!.month), periodWords(settled.at(-1)!.month)];
  const count = settled.length;
  const whole = (x: number): string => x.toFixed(0);
  return [
    {
      condition: {
        zh: `概率的历史误差：${window}个月内，${first.zh}至${last.zh}共${count}个已有结果的月份，与“${naiveIs.zh}”的均方根误差之比 < 1`,
        en: `record of the probability: within ${window} months, ${count} settled months from ${first.en} to ${last.en}, its root mean squared error over that of “${naiveIs.en}” < 1`,
      },
      value: ratio,
      threshold: 1,
      unit: "times",
      met: ratio < 1,
      period: null,
      from,
    },
    {
      condition: {
        zh: `区间是否可靠：这些月份中其后出现的比例应落在平均区间${whole(low)}%至${whole(high)}%之内（平均概率${whole(mean((s) => s.p))}%）`,
        en: `its bands: the share of those months it followed should lie in their mean band, ${whole(low)} to ${whole(high)} % (mean probability ${whole(mean((s) => s.p))} %)`,
      },
      value: happened,
      threshold: null,
      unit: "percent",
      met: low <= happened && happened <= high,
      period: null,
      from,
    },
  ];
}

/** The share of settled months that it followed, told in every month: what one who knew the whole record would say. */
export function wholeFrequency(
  outcomes: readonly (boolean | null)[],
  told: readonly (number | null)[],
): number[] {
  const settled = outcomes.filter((y, t) => y !== null && (told[t] ?? null) !== null);
  const share = settled.length === 0 ? 0 : (100 * settled.filter(Boolean).length) / settled.length;
  return outcomes.map(() => share);
}

/** Since when it has been proven without a break; null where it is not. */
export function provenSince(months: readonly Period[], provenThen: readonly boolean[]): Period | null {
  if (provenThen.at(-1) !== true) return null;
  return months[provenThen.lastIndexOf(false) + 1] ?? null;
}

/** The same in a sentence; nothing where it is not. */
export function sinceWords(since: Period | null): Words {
  if (since === null) return { zh: "", en: "" };
  const words = periodWords(since);
  return { zh: `（自${words.zh}起）`, en: ` (since ${words.en})` };
}
