import { expect, it } from "vitest";
import { expNonPositive } from "./expNonPositive.ts";

it("agrees with the library's exponential to a few units of the last place, from 0 to where nothing is left", () => {
  let worst = 0;
  for (let i = 0; i < 200_000; i++) {
    const x = -700 * ((i + 0.37) / 200_000) ** 3;
    worst = Math.max(worst, Math.abs(expNonPositive(x) / Math.exp(x) - 1));
  }
  expect(worst).toBeLessThan(1e-15);
});

it("ends in 1 at 0 and in 0 far out, and passes on what is not a number", () => {
  expect(expNonPositive(0)).toBe(1);
  expect(expNonPositive(-0)).toBe(1);
  expect(expNonPositive(-800)).toBe(0);
  expect(expNonPositive(Number.NEGATIVE_INFINITY)).toBe(0);
  expect(expNonPositive(Number.NaN)).toBeNaN();
});
