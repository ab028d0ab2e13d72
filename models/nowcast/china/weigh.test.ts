import { expect, it } from "vitest";
import { weigh } from "./weigh.ts";

const weighing = { drift: -0.1, change: 0.3, model: 1, told: 1 };

it("is the last figure with its drift where the model tells no change", () => {
  const { mean, doubt } = weigh({ mean: 7, sd: 0.5 }, 7, weighing);
  expect(mean).toBeCloseTo(6.9, 12);
  expect(doubt).toBeCloseTo(0, 12);
});

it("follows the model with its drift where the change is far beyond the model's errors", () => {
  const { mean, doubt } = weigh({ mean: -5, sd: 0.2 }, 7, weighing);
  expect(Math.abs(mean - -5.1)).toBeLessThan(0.1);
  expect(doubt).toBeGreaterThan(2.9);
});

it("moves with its drift alone, one for one, by no more and no less certain", () => {
  const flat = weigh({ mean: 7.4, sd: 0.5 }, 7, { ...weighing, drift: 0 });
  const falling = weigh({ mean: 7.4, sd: 0.5 }, 7, weighing);
  expect(falling.mean - flat.mean).toBeCloseTo(-0.1, 12);
  expect([falling.sd, falling.doubt]).toEqual([flat.sd, flat.doubt]);
});
