import { describe, expect, it } from "vitest";
import { cumulatedDiffusion, diffusionIndex, historicalDiffusionIndex } from "./diffusionIndex.ts";

describe("the diffusion index", () => {
  const up = [1, 2, 3, 4];
  const flat = [5, 5, 5, 5];
  const down = [4, 3, 2, 1];
  it("counts a tie half, over any span", () => {
    expect([...diffusionIndex([up, flat, down])]).toEqual([Number.NaN, 50, 50, 50]);
    expect(diffusionIndex([up, flat, down], { weights: [3, 1, 1] })[3]).toBeCloseTo(70, 12);
    expect([...diffusionIndex([up, up], { span: 3 })]).toEqual([Number.NaN, Number.NaN, Number.NaN, 100]);
  });
  it("asks only those that are known", () => {
    expect([...diffusionIndex([up, [1, Number.NaN, 2, 1]])]).toEqual([Number.NaN, 100, 100, 50]);
    expect(() => diffusionIndex([])).toThrow(/none/);
  });
  it("of dated phases is the share in expansion; its running sum turns where it crosses 50", () => {
    expect([...historicalDiffusionIndex([Int8Array.of(1, 1, -1), Int8Array.of(1, -1, -1)])]).toEqual([
      100, 50, 0,
    ]);
    expect([...cumulatedDiffusion([100, 50, 0])]).toEqual([50, 50, 0]);
  });
});
