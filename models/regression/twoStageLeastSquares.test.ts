import { describe, expect, it } from "vitest";
import { randomSource } from "../statistics/random/generator.ts";
import { design } from "./design.ts";
import { ols } from "./ols.ts";
import { twoStageLeastSquares } from "./twoStageLeastSquares.ts";

/** y = 1 + 2x + w + u with x moved by u; z1, z2 move x alone unless z2 is `tainted` with u. */
function simulated(seed: number, tainted = 0, n = 400) {
  const random = randomSource(seed);
  const column = () => Float64Array.from({ length: n }, () => random.normal());
  const [z1, w, u, v, noise] = [column(), column(), column(), column(), column()];
  const z2 = noise.map((e, t) => e + tainted * u[t]!);
  const x = z1.map((z, t) => z + 0.7 * z2[t]! + 0.8 * u[t]! + v[t]!);
  const y = x.map((e, t) => 1 + 2 * e + w[t]! + u[t]!);
  return { y, endogenous: [x], exogenous: [w], instruments: [z1, z2] };
}

describe("two-stage least squares", () => {
  it("finds the slope that least squares misses", () => {
    const input = simulated(1, 0, 4000);
    const fit = twoStageLeastSquares(input);
    expect(Math.abs(fit.coefficients[2]! - 2)).toBeLessThan(4 * fit.standardErrors[2]!);
    const biased = ols(input.y, design([input.exogenous[0]!, input.endogenous[0]!]));
    expect(biased.coefficients[2]! - 2).toBeGreaterThan(0.15);
    expect(fit.names).toEqual(["constant", "exogenous1", "endogenous1"]);
    expect(fit.firstStage[0]!.statistic).toBeGreaterThan(100);
    expect(fit.wuHausman.p).toBeLessThan(1e-6);
  });

  it("is least squares when the regressor is its own instrument", () => {
    const { y, endogenous, exogenous } = simulated(2);
    const fit = twoStageLeastSquares({ y, endogenous, exogenous, instruments: endogenous });
    const plain = ols(y, design([exogenous[0]!, endogenous[0]!]));
    plain.coefficients.forEach((b, j) => {
      expect(fit.coefficients[j]!).toBeCloseTo(b, 10);
      expect(fit.standardErrors[j]!).toBeCloseTo(plain.standardErrors[j]!, 10);
    });
    expect(fit.sargan).toBeNull();
  });

  it("tells a tainted instrument from sound ones", () => {
    let sound = 0;
    for (let seed = 1; seed <= 100; seed++) {
      const { sargan, hansen } = twoStageLeastSquares(simulated(seed));
      if (sargan!.p < 0.05) sound++;
      // Without heteroscedasticity the two agree closely.
      expect(Math.abs(sargan!.statistic - hansen!.statistic)).toBeLessThan(0.3 + 0.3 * sargan!.statistic);
    }
    // Binomial(100, 0.05): 5 ± 2.2.
    expect(sound).toBeLessThan(14);
    expect(twoStageLeastSquares(simulated(3, 0.5)).sargan!.p).toBeLessThan(0.001);
  });

  it("works without exogenous regressors, and with robust errors", () => {
    const { y, endogenous, instruments } = simulated(4);
    const plain = twoStageLeastSquares({ y, endogenous, exogenous: [], instruments });
    const robust = twoStageLeastSquares({ y, endogenous, exogenous: [], instruments, hac: { bandwidth: 0 } });
    expect(robust.coefficients).toEqual(plain.coefficients);
    expect(robust.standardErrors[1]! / plain.standardErrors[1]!).toBeCloseTo(1, 0);
  });

  it("refuses fewer instruments than endogenous regressors", () => {
    const { y, endogenous, exogenous } = simulated(5);
    expect(() => twoStageLeastSquares({ y, endogenous, exogenous, instruments: [] })).toThrow(
      /found 1 and 0/,
    );
  });
});
