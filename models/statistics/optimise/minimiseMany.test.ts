import { expect, it } from "vitest";
import { minimiseMany } from "./minimiseMany.ts";

it("walks a valley of two hundred coordinates to its end", () => {
  const n = 200;
  const { x, value } = minimiseMany(
    {
      value: (v) => {
        let sum = 0;
        for (let i = 0; i + 1 < n; i += 2) sum += (1 - v[i]!) ** 2 + 100 * (v[i + 1]! - v[i]! ** 2) ** 2;
        return sum;
      },
      gradient: (v, out) => {
        for (let i = 0; i + 1 < n; i += 2) {
          const e = v[i + 1]! - v[i]! ** 2;
          out[i] = -2 * (1 - v[i]!) - 400 * v[i]! * e;
          out[i + 1] = 200 * e;
        }
      },
    },
    Float64Array.from({ length: n }, (_, i) => (i % 2 ? 1 : -1.2)),
    { tolerance: 1e-14 },
  );
  expect(value).toBeLessThan(1e-10);
  expect(Math.max(...x.map((v) => Math.abs(v - 1)))).toBeLessThan(1e-4);
});

it("gives up where there is nothing finite to begin with", () => {
  const flat = { value: () => Number.NaN, gradient: () => {} };
  expect(minimiseMany(flat, [1, 2]).value).toBe(Number.POSITIVE_INFINITY);
});
