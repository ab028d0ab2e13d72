import type { LightLevel } from "../theme/palette.ts";

export interface BandPositions {
  /** The five zones from cold to hot, in percent of the width. */
  zones: { light: LightLevel; left: number; width: number }[];
  /** Where a value stands, in percent, held inside the scale. */
  at(value: number): number;
  /** The value lies beyond what the scale shows. */
  beyond(value: number): "low" | "high" | null;
}

/** A straight scale of five zones: `bounds` divide `scale` into 过冷 偏冷 正常 偏热 过热. */
export function bandPositions(
  bounds: readonly [number, number, number, number],
  scale: readonly [number, number],
): BandPositions {
  const [lo, hi] = scale;
  const at = (v: number) => ((Math.min(hi, Math.max(lo, v)) - lo) / (hi - lo)) * 100;
  const edges = [lo, ...bounds, hi];
  const zones = ([1, 2, 3, 4, 5] as const).map((light) => {
    const left = at(edges[light - 1] ?? lo);
    return { light, left, width: at(edges[light] ?? hi) - left };
  });
  return { zones, at, beyond: (v) => (v < lo ? "low" : v > hi ? "high" : null) };
}
