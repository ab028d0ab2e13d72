import type { EventSample } from "./eventSample.ts";
import type { Episode } from "./riskResult.ts";

const MOST = 5;
/** The last two years are left out: what came after is not known long enough, and today resembles yesterday. */
const RECENT = 24;
/** Neighbouring months are one episode. */
const APART = 6;
const AHEAD = 12;

/**
 * Past months whose candidates stood, against their own five years, most like in the newest month.
 *   d(s) = root mean square of z_j(T) − z_j(s) over candidates known in both, at least half;  similarity = 1 − d(s)/max d over all pairs
 */
export function similarMonths(sample: EventSample, window: number): Episode[] {
  const { danger, ready, months, reference, onsets } = sample;
  const last = ready.lastIndexOf(true);
  if (last < 0) return [];
  const farthest = farthestPair(danger, last);
  const near = months
    .slice(0, Math.max(0, last - RECENT + 1))
    .flatMap((_, s) => {
      const d = distance(danger, last, s);
      return d === null ? [] : [{ s, d }];
    })
    .sort((a, b) => a.d - b.d);
  const chosen: { s: number; d: number }[] = [];
  for (const n of near) {
    if (chosen.length === MOST) break;
    if (chosen.every((c) => Math.abs(c.s - n.s) >= APART)) chosen.push(n);
  }
  return chosen.map(({ s, d }) => {
    const [then, after] = [reference[s] ?? null, reference[s + AHEAD] ?? null];
    return {
      period: months[s]!,
      similarity: farthest > 0 ? 1 - d / farthest : 1,
      afterwards: then === null || after === null ? null : after - then,
      event: s + window < months.length ? onsets.some((o) => o > s && o <= s + window) : null,
    };
  });
}

function distance(danger: readonly Float64Array[], a: number, b: number): number | null {
  let sum = 0;
  let count = 0;
  for (const z of danger) {
    const gap = z[a]! - z[b]!;
    if (Number.isNaN(gap)) continue;
    sum += gap * gap;
    count++;
  }
  return count === 0 || 2 * count < danger.length ? null : Math.sqrt(sum / count);
}

function farthestPair(danger: readonly Float64Array[], last: number): number {
  let most = 0;
  for (let a = 0; a <= last; a++)
    for (let b = 0; b < a; b++) most = Math.max(most, distance(danger, a, b) ?? 0);
  return most;
}
