import { describe, expect, it } from "vitest";
import { randomSource } from "../statistics/random/generator.ts";
import type { FactorModel, FactorParameters } from "./factorModel.ts";
import { fitFactorModel } from "./fitFactorModel.ts";
import { nowcastOf } from "./nowcastOf.ts";
import { parameterSpread } from "./parameterSpread.ts";
import { simulateFactorModel } from "./simulateFactorModel.ts";
import { START } from "./testFactorModel.ts";

const model: FactorModel = {
  blocks: [{ name: "global", factors: 1, order: 1 }],
  series: [0, 1, 2, 3].map((i) => ({
    id: `s${i}`,
    row: i === 3 ? { kind: "quarterly-mean" } : { kind: "monthly" },
    blocks: ["global"],
    idiosyncratic: "ar1",
  })),
};
const parameters: FactorParameters = {
  loadings: Float64Array.of(0.8, 0.7, 0.9, 0.8),
  transition: [Float64Array.of(0.7)],
  innovation: [Float64Array.of(0.5)],
  rho: Float64Array.of(0.2, 0.4, 0.1, 0.3),
  variance: Float64Array.of(0.4, 0.4, 0.3, 0.2),
};

describe("the spread of a nowcast over parameters", () => {
  const spreadAt = (months: number): { spread: number; sd: number; wider: number } => {
    const { panel } = simulateFactorModel(model, parameters, START, months, randomSource(71));
    const fit = fitFactorModel(model, panel, { maxIterations: 25 });
    const targets = [{ series: "s3", month: START + months + 2 }];
    const spread = parameterSpread(fit, panel, targets, { draws: 12, seed: 5, iterations: 8 });
    return {
      spread: spread[0]!,
      sd: nowcastOf(fit, panel, targets)[0]!.sd,
      wider: nowcastOf(fit, panel, targets, [], spread)[0]!.sd,
    };
  };
  it("is a modest part of the whole, and smaller on a longer panel", () => {
    const short = spreadAt(48);
    const long = spreadAt(300);
    expect(short.spread).toBeGreaterThan(long.spread);
    expect(Math.sqrt(short.spread)).toBeLessThan(short.sd);
    expect(short.wider ** 2).toBeCloseTo(short.sd ** 2 + short.spread, 10);
  });
  it("needs two draws", () => {
    const { panel } = simulateFactorModel(model, parameters, START, 48, randomSource(1));
    const fit = fitFactorModel(model, panel, { maxIterations: 2 });
    expect(() => parameterSpread(fit, panel, [], { draws: 1, seed: 1, iterations: 2 })).toThrow(
      /at least 2 draws/,
    );
  });
});
