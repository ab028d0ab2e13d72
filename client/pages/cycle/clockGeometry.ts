/** A position on the clock; null where it is not known. */
export interface ClockPoint {
  level: number | null;
  change: number | null;
}

export interface ClockTrail {
  id: string;
  /** Pieces from one month to the next, oldest first; `age` runs from 0 (oldest) to 1 (newest). */
  pieces: { x1: number; y1: number; x2: number; y2: number; age: number }[];
  /** The newest known position; null where the months shown know none. */
  head: { x: number; y: number } | null;
}

export interface ClockFrame {
  trails: ClockTrail[];
  /** Half the side of the face, in units of root mean square. */
  reach: number;
  /** Where ±tick lies, in shares of the half side. */
  ticks: number[];
}

/** Months of a trail. */
export const TRAIL = 13;
const REACHES = [0.5, 0.75, 1, 1.5, 2, 3, 5, 8, 12];

/**
 * The trails of the months up to `at`, in the unit square: x = (1 + change / reach) / 2 to the right, y = (1 − level / reach) / 2
 * downwards. The reach is the smallest of a few round ones that holds every position shown, with a tenth to spare.
 */
export function clockFrame(
  paths: readonly { id: string; level: readonly (number | null)[]; change: readonly (number | null)[] }[],
  at: number,
): ClockFrame {
  const from = Math.max(0, at + 1 - TRAIL);
  const shown = paths.map((p) => ({
    id: p.id,
    points: p.level
      .slice(from, at + 1)
      .map((level, i): ClockPoint => ({ level, change: p.change[from + i] ?? null })),
  }));
  const furthest = Math.max(
    0,
    ...shown.flatMap((s) =>
      s.points.flatMap((p) => (known(p) ? [Math.abs(p.level), Math.abs(p.change)] : [])),
    ),
  );
  const reach = REACHES.find((r) => r >= furthest * 1.1) ?? Math.ceil(furthest * 1.1);
  return { trails: shown.map((s) => trailOf(s.id, s.points, reach)), reach, ticks: ticksOf(reach) };
}

const known = (p: ClockPoint): p is { level: number; change: number } =>
  p.level !== null && p.change !== null;

function trailOf(id: string, points: readonly ClockPoint[], reach: number): ClockTrail {
  const place = (p: { level: number; change: number }) => ({
    x: (1 + p.change / reach) / 2,
    y: (1 - p.level / reach) / 2,
  });
  const pieces: ClockTrail["pieces"] = [];
  for (let i = 1; i < points.length; i++) {
    const a = points[i - 1]!;
    const b = points[i]!;
    if (!known(a) || !known(b)) continue;
    const [from, to] = [place(a), place(b)];
    pieces.push({ x1: from.x, y1: from.y, x2: to.x, y2: to.y, age: i / (points.length - 1) });
  }
  const last = points.findLast(known);
  return { id, pieces, head: last ? place(last) : null };
}

/** One tick at a whole, half or quarter unit about the middle of each half. */
function ticksOf(reach: number): number[] {
  const step = reach < 1 ? 0.25 : reach <= 1.5 ? 0.5 : reach <= 3 ? 1 : reach <= 5 ? 2 : 4;
  const ticks: number[] = [];
  for (let v = step; v < reach * 0.95; v += step) ticks.push(v);
  return ticks;
}
