import { expect, it } from "vitest";
import { seededRandom } from "../../../tests/support/generateDocument.ts";
import { orderRows } from "./orderRows.ts";

function keysOf(
  rows: readonly (readonly [start: number, end: number, vintage: number])[],
  offsets: readonly number[],
) {
  return {
    offsets: Uint32Array.from(offsets),
    start: Int32Array.from(rows, (r) => r[0]),
    end: Int32Array.from(rows, (r) => r[1]),
    vintage: Int32Array.from(rows, (r) => r[2]),
  };
}

/** The plain way: compare, then the line. */
function plainly(keys: ReturnType<typeof keysOf>): number[] {
  const { offsets, start, end, vintage } = keys;
  return Array.from({ length: offsets.length - 1 }, (_, slot) =>
    Array.from({ length: offsets[slot + 1]! - offsets[slot]! }, (_, i) => offsets[slot]! + i).sort(
      (a, b) => end[a]! - end[b]! || start[a]! - start[b]! || vintage[a]! - vintage[b]! || a - b,
    ),
  ).flat();
}

it.each([
  ["releases in their order, as an archive has them", 400, true, 40],
  ["releases in no order", 400, false, 40],
  ["days so far apart that they are compared", 60, false, 40_000],
  ["short series", 20, false, 40],
])("%s", (_, length, byVintage, spread) => {
  const random = seededRandom(length);
  const slots = 5;
  const rows = Array.from({ length: slots * length }, (_, i) => {
    const end = 30 * Math.floor(random() * spread);
    const vintage = byVintage ? 20_000 + (i % length) : 20_000 + Math.floor(random() * spread);
    return [end - (random() < 0.2 ? 59 : 30), end, vintage] as const;
  });
  const keys = keysOf(
    rows,
    Array.from({ length: slots + 1 }, (_, slot) => slot * length),
  );
  expect([...orderRows(keys, rows.length)]).toEqual(plainly(keys));
});

it("rows that say the same of the same day stay in the order of their lines", () => {
  const rows = Array.from({ length: 100 }, (_, i) => [i % 2 ? 31 : 0, i % 2 ? 58 : 30, 100] as const);
  const keys = keysOf(rows, [0, 100]);
  expect([...orderRows(keys, 100)]).toEqual(plainly(keys));
});

it("an empty document has no order", () => {
  expect(orderRows(keysOf([], [0, 0]), 0)).toHaveLength(0);
});
