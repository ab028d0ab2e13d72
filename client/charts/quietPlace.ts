import type { Scale } from "./niceScale.ts";

export type LinePlace =
  | "insideStartTop"
  | "insideStartBottom"
  | "insideMiddleTop"
  | "insideMiddleBottom"
  | "insideEndTop"
  | "insideEndBottom";

/** How much of the drawing's width the label of a line takes. */
const REACH = 0.34;

/**
 * Where along a level line, above or below it, the drawn line leaves most room for the level's label.
 * `values` are the drawn line's and `inset` the distance of the label's middle from the level, on the same axis; a place
 * outside the axis is none: there stand its own labels.
 */
export function quietPlace(
  values: readonly (number | null)[],
  level: number,
  inset: number,
  { min, max }: Pick<Scale, "min" | "max">,
): LinePlace {
  const n = values.length;
  const reach = Math.max(1, Math.ceil(n * REACH));
  const middle = Math.floor((n - reach) / 2);
  const parts = [
    ["Start", values.slice(0, reach)],
    ["Middle", values.slice(middle, middle + reach)],
    ["End", values.slice(-reach)],
  ] as const;
  const roomAt = (part: readonly (number | null)[], at: number): number =>
    at < min || at > max ? -1 : room(part, at);
  const places = parts.flatMap(([where, part]): [LinePlace, number][] => [
    [`inside${where}Top`, roomAt(part, level + inset)],
    [`inside${where}Bottom`, roomAt(part, level - inset)],
  ]);
  return places.reduce((best, p) => (p[1] > best[1] ? p : best))[0];
}

function room(values: readonly (number | null)[], at: number): number {
  return values.reduce<number>(
    (least, v) => (v === null ? least : Math.min(least, Math.abs(v - at))),
    Infinity,
  );
}
