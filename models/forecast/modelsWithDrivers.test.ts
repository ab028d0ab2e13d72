import { describe, expect, it } from "vitest";
import { simulateVar } from "../multivariate/simulateVar.ts";
import type { Series } from "../series/series.ts";
import { testSeries } from "../series/testSeries.ts";
import { fromRows, type Matrix } from "../statistics/matrix/matrix.ts";
import { bayesianVar } from "./bvar/bvar.ts";
import type { ForecastModel } from "./contract.ts";
import { factorAugmented } from "./favar/favar.ts";
import { vectorAutoregression } from "./var/var.ts";
import { vectorErrorCorrection } from "./vecm/vecm.ts";

/** Series 0 is moved by series 1 of the period before; series 1 lives on its own. */
const path = simulateVar(
  {
    lagMatrices: [
      fromRows([
        [0.3, 1.2],
        [0, 0.8],
      ]),
    ],
    constant: [2, 1],
    impact: fromRows([
      [0.4, 0],
      [0, 1],
    ]),
  },
  140,
  21,
);

const column = (m: Matrix, j: number, rows: number): (number | null)[] =>
  Array.from({ length: rows }, (_, t) => m.data[t * m.cols + j]!);
const series = (indicator: string, values: (number | null)[]): Series =>
  testSeries("2012-01", values, { frequency: "M", indicator, unit: "percent" });

const target = series("example.target", column(path, 0, 120));
const driver = series("example.driver", column(path, 1, 120));
const models: [string, ForecastModel][] = [
  ["var", vectorAutoregression],
  ["vecm", vectorErrorCorrection],
  ["bvar", bayesianVar],
  ["favar", factorAugmented],
];
const run = (model: ForecastModel, of: Series, drivers: readonly Series[], h = 3) =>
  model.fit({ target: of, drivers, seed: 5 }, model.defaults).predict(h, [80]);
const width = (f: ReturnType<typeof run>, h: number) => f.intervals[0]!.upper[h]! - f.intervals[0]!.lower[h]!;

describe.each(models)("%s with drivers", (_, model) => {
  it("foretells more nearly with the driver that moves the target than without", () => {
    expect(width(run(model, target, [driver]), 0)).toBeLessThan(0.75 * width(run(model, target, []), 0));
  });

  it("reads a driver that is published ahead of the target, and narrows what depends on it", () => {
    const ahead = series("example.driver", column(path, 1, 122));
    const plain = run(model, target, [driver], 4);
    const told = run(model, target, [ahead], 4);
    expect(told.start).toBe(plain.start);
    expect(width(told, 1)).toBeLessThan(0.8 * width(plain, 1));
    expect(told.mean.slice(0, 2)).toEqual(
      model
        .fit({ target, drivers: [ahead], seed: 5 }, model.defaults)
        .predict(2, [80])
        .mean.slice(0, 2),
    );
  });

  it("starts right after the target when a driver lags behind", () => {
    const late = series("example.driver", column(path, 1, 118));
    const said = run(model, target, [late]);
    expect(said.start).toBe("2022-01");
    expect(said.mean).toHaveLength(3);
    expect(said.mean.every(Number.isFinite)).toBe(true);
  });

  it("refuses a driver of another frequency, and names the period of a gap in one", () => {
    const quarterly = testSeries("2012-Q1", column(path, 1, 40), {
      frequency: "Q",
      indicator: "example.q",
      unit: "percent",
    });
    expect(() => run(model, target, [quarterly])).toThrow(/example\.q is Q where example\.target is M/);
    const broken = series("example.driver", column(path, 1, 120).with(60, null));
    expect(() => run(model, target, [broken])).toThrow(/“example\.driver” in 2017-01/);
    const short = series("example.driver", column(path, 1, 6));
    expect(() => run(model, target, [short])).toThrow(/found 6/);
  });
});

it("favar condenses many drivers that share a factor", () => {
  const many = Array.from({ length: 12 }, (_, i) =>
    series(
      `example.d${i}`,
      column(path, 1, 120).map((v, t) => v! * (i % 2 === 0 ? 1 : -2) + Math.sin((i + 2) * t * t)),
    ),
  );
  const fit = factorAugmented.fit({ target, drivers: many, seed: 1 }, factorAugmented.defaults);
  expect(fit.parameters.factors).toBe(1);
  expect(fit.parameters.drivers).toBe(12);
});
