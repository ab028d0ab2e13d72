/** Months on each side of a level without which nothing is said of it. */
const FEWEST = 12;

/**
 * The level that parted the past best: largest (share of the months before an event at or above it) − (share of the calm ones), among
 * levels with twelve settled months on each side; null where fewer than half of the months at or above it were followed by an event, or
 * where no level parts them. Youden (1950), Cancer 3.
 */
export function warningLevel(
  values: readonly (number | null)[],
  outcomes: readonly (boolean | null)[],
): number | null {
  const settled = values
    .flatMap((v, t) => (v === null || (outcomes[t] ?? null) === null ? [] : [{ v, followed: outcomes[t]! }]))
    .sort((a, b) => b.v - a.v);
  const events = settled.filter((s) => s.followed).length;
  const calm = settled.length - events;
  let hits = 0;
  let best = 0;
  let level: number | null = null;
  settled.forEach(({ v, followed }, i) => {
    if (followed) hits++;
    const above = i + 1;
    if (above < FEWEST || settled.length - above < FEWEST || v === settled[above]?.v) return;
    const gap = hits / events - (above - hits) / calm;
    if (gap > best && 2 * hits > above) {
      best = gap;
      level = v;
    }
  });
  return level;
}
