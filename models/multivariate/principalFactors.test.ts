import { describe, expect, it } from "vitest";
import { matrix } from "../statistics/matrix/matrix.ts";
import { randomSource } from "../statistics/random/generator.ts";
import { factorsOfRow, principalFactors } from "./principalFactors.ts";

const random = randomSource(4);
const f = Array.from({ length: 150 }, () => [random.normal(), random.normal()]);
const panel = matrix(
  150,
  30,
  Float64Array.from({ length: 4500 }, (_, at) => {
    const [a, b] = f[Math.floor(at / 30)]!;
    const i = at % 30;
    return 3 + (i < 15 ? a! : -b! - 0.3 * a!) + 0.4 * random.normal();
  }),
);

describe("factors of a panel", () => {
  it("are as many as it was made from, of mean 0 and variance 1, unrelated to each other", () => {
    const { factors } = principalFactors(panel, "auto");
    expect(factors.cols).toBe(2);
    const moment = (i: number, j: number) => {
      let s = 0;
      for (let t = 0; t < 150; t++) s += (factors.data[t * 2 + i]! * factors.data[t * 2 + j]!) / 150;
      return s;
    };
    expect(moment(0, 0)).toBeCloseTo(1, 10);
    expect(moment(1, 1)).toBeCloseTo(1, 10);
    expect(moment(0, 1)).toBeCloseTo(0, 10);
  });

  it("of a row of the sample are those found with the sample", () => {
    const found = principalFactors(panel, 2);
    const again = factorsOfRow(found, panel.data.subarray(2100, 2130));
    expect(again[0]!).toBeCloseTo(found.factors.data[140]!, 9);
    expect(again[1]!).toBeCloseTo(found.factors.data[141]!, 9);
  });

  it("are refused in numbers that the panel does not have", () => {
    expect(() => principalFactors(panel, 31)).toThrow(/1 … 30 factors; asked for 31/);
    expect(() => principalFactors(matrix(150, 30, panel.data.with(3, Number.NaN)), 1)).toThrow(/holds NaN/);
  });
});
