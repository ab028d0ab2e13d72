/**
 * The candidates nearest to a mistyped text, best first, at most three, none farther than a third of its
 * letters (at least one). Distance: insertions, deletions, replacements and swaps of neighbours, one each
 * (optimal string alignment).
 */
export function nearMisses(text: string, candidates: Iterable<string>): string[] {
  if (text.length > 64) return [];
  const most = Math.max(1, Math.floor(text.length / 3));
  const near: { candidate: string; distance: number }[] = [];
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - text.length) > most) continue;
    const distance = alignment(text.toLowerCase(), candidate.toLowerCase());
    if (distance <= most) near.push({ candidate, distance });
  }
  return near
    .sort((a, b) => a.distance - b.distance || (a.candidate < b.candidate ? -1 : 1))
    .slice(0, 3)
    .map((n) => n.candidate);
}

function alignment(a: string, b: string): number {
  let before: number[] = [];
  let above = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let best = Math.min(above[j]! + 1, row[j - 1]! + 1, above[j - 1]! + same);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        best = Math.min(best, before[j - 2]! + 1);
      row.push(best);
    }
    before = above;
    above = row;
  }
  return above[b.length]!;
}
