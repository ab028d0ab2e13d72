import { expect, it } from "vitest";
import { theilSen } from "./theilSen.ts";

const t = Float64Array.from({ length: 30 }, (_, i) => i);

it("finds the line of points that lie on one", () => {
  const { slope, intercept } = theilSen(
    t,
    t.map((x) => 3 - 0.25 * x),
  );
  expect([slope, intercept]).toEqual([expect.closeTo(-0.25, 12), expect.closeTo(3, 12)]);
});
it("is not moved by a few months of a lockdown and its rebound", () => {
  const y = t.map((x) => 6 - 0.02 * x);
  y[15] = -25;
  y[27] = 52;
  const { slope } = theilSen(t, y);
  expect(slope).toBeCloseTo(-0.02, 3);
});
it("refuses a single point", () => expect(() => theilSen([1], [1])).toThrow(RangeError));
