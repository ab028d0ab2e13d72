/** How much of the drawing's width a name at an edge takes. */
const REACH = 0.1;

/** The edge at which the line leaves a name at the height `at` most room. `values` are the line's, on the same axis. */
export function quietSide(values: readonly (number | null)[], at: number): "insideLeft" | "insideRight" {
  const n = Math.max(1, Math.ceil(values.length * REACH));
  const room = (part: readonly (number | null)[]): number =>
    part.reduce<number>((least, v) => (v === null ? least : Math.min(least, Math.abs(v - at))), Infinity);
  return room(values.slice(-n)) > room(values.slice(0, n)) ? "insideRight" : "insideLeft";
}
