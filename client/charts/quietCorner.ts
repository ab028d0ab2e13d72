export type Corner = "insideTopLeft" | "insideBottomLeft" | "insideTopRight" | "insideBottomRight";

/** How much of the drawing's width a label at an edge takes. */
const REACH = 0.22;

/**
 * The corner of a band between `low` and `high` where the line leaves most room for a label.
 * `values` are the line's, on the same axis.
 */
export function quietCorner(values: readonly (number | null)[], low: number, high: number): Corner {
  const n = Math.max(1, Math.ceil(values.length * REACH));
  const room = (part: readonly (number | null)[], edge: number): number =>
    part.reduce<number>((least, v) => (v === null ? least : Math.min(least, Math.abs(v - edge))), Infinity);
  const left = values.slice(0, n);
  const right = values.slice(-n);
  // A label's middle lies some way inside the band.
  const inset = (high - low) * 0.12;
  const corners: [Corner, number][] = [
    ["insideTopLeft", room(left, high - inset)],
    ["insideBottomLeft", room(left, low + inset)],
    ["insideTopRight", room(right, high - inset)],
    ["insideBottomRight", room(right, low + inset)],
  ];
  return corners.reduce((best, c) => (c[1] > best[1] ? c : best))[0];
}
