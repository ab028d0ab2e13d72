interface Segment {
  lo: number;
  hi: number;
  firstRank: number;
  lastRank: number;
}

/** Segments up to this long are sorted by insertion. */
const SHORT = 10;

/** Sum of the two middle values of a, twice its median. `sorted` must be in ascending order. */
export const middleSum = (sorted: Float64Array): number => {
  const n = sorted.length;
  return sorted[Math.floor(n / 2)]! + sorted[n - 1 - Math.floor(n / 2)]!;
};

/**
 * What STL as published, and R with it, takes for that sum. It sorts only as far as the ranks it wants, but asks for the
 * upper middle before the lower where the algorithm supposes ascending ranks: whenever a split falls between the two, one
 * of them is left where it stood. Needed to answer with R's numbers; `a` is reordered.
 * Singleton (1969), Algorithm 347, Communications of the ACM 12, restricted to the segments that hold a wanted rank.
 */
export function publishedMiddleSum(a: Float64Array): number {
  const n = a.length;
  const upper = Math.floor(n / 2);
  const ranks = [upper, n - 1 - upper];
  const waiting: Segment[] = [];
  let current: Segment | undefined = { lo: 0, hi: n - 1, firstRank: 0, lastRank: 1 };
  while (current) {
    const next: Segment | null = narrow(a, current, ranks, waiting);
    current = next ?? waiting.pop();
    while (current && next === null && current.firstRank > current.lastRank) current = waiting.pop();
  }
  return a[ranks[0]!]! + a[ranks[1]!]!;
}

/** One step on a segment: sorted, or split, the longer part waiting and the shorter returned if it holds a rank. */
function narrow(a: Float64Array, s: Segment, ranks: readonly number[], waiting: Segment[]): Segment | null {
  if (s.hi - s.lo <= SHORT && s.lo !== 0) {
    insertionSort(a, s.lo, s.hi);
    return null;
  }
  if (s.lo >= s.hi) return null;
  const { left, right } = split(a, s.lo, s.hi);
  let { firstRank, lastRank } = s;
  if (left - s.lo <= s.hi - right) {
    while (firstRank <= lastRank && ranks[lastRank]! > left) lastRank--;
    const kept = firstRank <= lastRank;
    waiting.push({ lo: right, hi: s.hi, firstRank: kept ? lastRank + 1 : s.firstRank, lastRank: s.lastRank });
    return kept ? { lo: s.lo, hi: left, firstRank, lastRank } : null;
  }
  while (firstRank <= lastRank && ranks[firstRank]! < right) firstRank++;
  const kept = firstRank <= lastRank;
  waiting.push({ lo: s.lo, hi: left, firstRank: s.firstRank, lastRank: kept ? firstRank - 1 : s.lastRank });
  return kept ? { lo: right, hi: s.hi, firstRank, lastRank } : null;
}

/** Around the median of the ends and the middle: … left are not above it, right … are not below. */
function split(a: Float64Array, lo: number, hi: number): { left: number; right: number } {
  // The published positions count from one.
  const middle = Math.floor((lo + hi + 2) / 2) - 1;
  if (a[lo]! > a[middle]!) swap(a, lo, middle);
  if (a[hi]! < a[middle]!) {
    swap(a, hi, middle);
    if (a[lo]! > a[middle]!) swap(a, lo, middle);
  }
  const pivot = a[middle]!;
  let right = lo;
  let left = hi;
  for (;;) {
    do left--;
    while (a[left]! > pivot);
    do right++;
    while (a[right]! < pivot);
    if (right > left) return { left, right };
    swap(a, left, right);
  }
}

function insertionSort(a: Float64Array, lo: number, hi: number): void {
  for (let i = lo + 1; i <= hi; i++) {
    const value = a[i]!;
    let k = i - 1;
    for (; k >= lo && a[k]! > value; k--) a[k + 1] = a[k]!;
    a[k + 1] = value;
  }
}

function swap(a: Float64Array, i: number, j: number): void {
  const held = a[i]!;
  a[i] = a[j]!;
  a[j] = held;
}
