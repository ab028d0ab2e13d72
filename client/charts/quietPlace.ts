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
 * `values` are the drawn line's and `inset` the distance of the label's middle from the level, on the same axis.
 */
export function quietPlace(values: readonly (number | null)[], level: number, inset: number): LinePlace {
  const n = values.length;
  const reach = Math.max(1, Math.ceil(n * REACH));
  const middle = Math.floor((n - reach) / 2);
  const parts = [
    ["Start", values.slice(0, reach)],
    ["Middle", values.slice(middle, middle + reach)],
    ["End", values.slice(-reach)],
  ] as const;
  const places = parts.flatMap(([where, part]): [LinePlace, number][] => [
    [`inside${where}Top`, room(part, level + inset)],
    [`inside${where}Bottom`, room(part, level - inset)],
  ]);
  return places.reduce((best, p) => (p[1] > best[1] ? p : best))[0];
}

function room(values: readonly (number | null)[], at: number): number {
  return values.reduce<number>(
    (least, v) => (v === null ? least : Math.min(least, Math.abs(v - at))),
    Infinity,
  );
}
