import { describe, expect, it } from "vitest";
import { testSeries } from "../../series/testSeries.ts";
import { basisFactors, factorOn } from "./basisFactors.ts";
import { comparableGrowth } from "./comparableGrowth.ts";
import { DERIVATIONS, derivationOf, whyNotDerived } from "./derivations.ts";
import { derivedAmounts, withPublished } from "./derivedAmounts.ts";
import { type DerivedCell, gapCell } from "./derivedCell.ts";
import { lastDigits } from "./lastDigits.ts";
import { restatedWithin } from "./restatedWithin.ts";
import { screenRestated } from "./screenRestated.ts";
import { emptyYear, type YearOfFigures } from "./yearsOfFigures.ts";

const year = (values: readonly (number | null)[]): YearOfFigures => ({
  year: 2024,
  values: Float64Array.from({ length: 12 }, (_, m) => values[m] ?? Number.NaN),
  vintages: Array.from({ length: 12 }, (_, m) =>
    values[m] == null ? null : `2024-${String(m + 1).padStart(2, "0")}-20`,
  ),
});

describe("what rounding leaves open", () => {
  it("is half the year's usual last digit; a zero at the end by chance does not count", () => {
    expect([...lastDigits([11, 23, 30, 47])]).toEqual([0.5, 0.5, 0.5, 0.5]);
    expect(lastDigits([1000, 3000, 52000])[2]).toBe(500);
    expect(lastDigits([1.25, 2.5, 3.75])[0]).toBeCloseTo(0.005, 12);
  });
  it("is December's own where its figure is far coarser", () => {
    const digits = lastDigits([...Array.from({ length: 11 }, (_, m) => 100_001 + m), 1_300_000]);
    expect([digits[0], digits[11]]).toEqual([0.5, 50_000]);
  });
  it("is unknown where there is no figure", () => {
    expect(lastDigits([Number.NaN, 5])[0]).toBeNaN();
  });
});

describe("single periods of a year", () => {
  it("January alone is published, others are differences, two months together are bridged", () => {
    const cells = derivedAmounts(year([10, 21, null, 45]), 1);
    expect(cells.slice(0, 4).map((c) => [c.value, c.how, c.months, c.reason])).toEqual([
      [10, "published", 1, null],
      [11, "differenced", 1, null],
      [null, null, 0, "within"],
      [24, "bridged", 2, null],
    ]);
    expect([cells[1]!.lower, cells[1]!.upper, cells[1]!.vintage]).toEqual([10, 12, "2024-02-20"]);
  });
  it("a total that fell is no negative month", () => {
    expect(derivedAmounts(year([10, 9]), 1)[1]!.reason).toBe("total-fell");
  });
  it("quarters stand in their last month", () => {
    const cells = derivedAmounts(year([null, null, 30, null, null, 70]), 3);
    expect([cells[2]!.how, cells[5]!.value, cells[5]!.months]).toEqual(["published", 40, 3]);
  });
  it("what a source publishes stands over what was derived, a pair only where nothing single is", () => {
    const cells = derivedAmounts(year([10, 21, 33]), 1);
    const single = testSeries("2024-02", [12]);
    expect(withPublished(cells, 2024, single, 1)[1]).toMatchObject({ value: 12, how: "published" });
    const pair = { ...testSeries("2024-02", [22]), periods: ["2024-01/P2M"] };
    expect(withPublished(cells, 2024, pair, 1)[1]).toEqual(cells[1]);
  });
});

describe("growth of single periods", () => {
  it("comes back from totals that grew by what is published", () => {
    const now = [110, 231, 363];
    const growth = [10, 10, 10];
    const cells = comparableGrowth(year(now), year(growth), 1);
    expect(cells[0]).toMatchObject({ value: 10, how: "published", lower: null });
    expect(cells[1]!.value).toBeCloseTo(10, 9);
    expect(cells[1]!.lower!).toBeLessThan(10);
  });
  it("has none where running growth is missing", () => {
    expect(comparableGrowth(year([110, 231]), emptyYear(2024), 1)[1]!.reason).toBe("no-growth");
  });
});

describe("what is left as it is", () => {
  const months = (n: number) =>
    Array.from({ length: n }, (_, i) => derivedAmounts(year(cumulated(i)), 1)).flat();
  const cumulated = (shift: number) => Array.from({ length: 12 }, (_, m) => (m + 1) * (100 + shift));

  it("a month is judged restated only beside five years of the same month", () => {
    const low = (n: number) => {
      const cells = months(n);
      cells[cells.length - 1] = { ...cells.at(-1)!, value: 20 };
      return screenRestated(cells).at(-1)!;
    };
    expect(low(3).value).toBe(20);
    expect(low(7).reason).toBe("restated-within");
  });
});

describe("the catalogue's derivations", () => {
  it("each total once; pages of all series that belong to one find it", () => {
    expect(new Set(DERIVATIONS.map((d) => d.total)).size).toBe(DERIVATIONS.length);
    for (const id of ["retail.ytd", "retail.ytd-yoy", "retail.value", "retail.yoy"])
      expect(derivationOf(id)?.total).toBe("retail.ytd");
    expect(derivationOf("cpi.yoy")).toBeNull();
    expect(whyNotDerived("iva.ytd-yoy")?.zh).toContain("没有各月权重");
  });
});

describe("a base that was restated", () => {
  const totals = (start: number, grown: (month: number) => number) =>
    Array.from({ length: 12 }, (_, m) => start * (m + 1) * grown(m));
  const years = (coverage: (month: number) => number) => ({
    total: [year(totals(1001.37, () => 1)), { ...year(totals(1101.507, coverage)), year: 2025 }],
    growth: [emptyYear(2024), { ...year(Array.from({ length: 12 }, () => 10)), year: 2025 }],
  });
  it("is found in its year with the factor that growth and totals leave between them", () => {
    const { total, growth } = years(() => 1.03);
    const [found, ...more] = basisFactors(total, growth);
    expect(more).toEqual([]);
    expect(found!.year).toBe(2025);
    expect(found!.factor).toBeCloseTo(1.03, 3);
    expect(found!.low <= found!.factor && found!.factor <= found!.high).toBe(true);
    expect(factorOn([found!], 2024)).toBe(found!.factor);
    expect(factorOn([found!], 2025)).toBe(1);
  });
  it("is none where levels and growth agree, nor where December alone leaves them", () => {
    for (const coverage of [() => 1, (m: number) => (m === 11 ? 1.03 : 1)])
      expect(basisFactors(...(Object.values(years(coverage)) as [YearOfFigures[], YearOfFigures[]]))).toEqual(
        [],
      );
  });
  it("is not believed before its newest month says so", () => {
    const { total, growth } = years((m) => (m < 8 ? 1.03 : 1));
    expect(basisFactors(total, growth)).toEqual([]);
  });
});

describe("a month across which the year was restated", () => {
  const cellsOf = (months: readonly number[]): DerivedCell[] =>
    months.map((value, i) => ({
      value,
      lower: value,
      upper: value,
      how: i % 12 === 0 ? "published" : "differenced",
      months: 1,
      vintage: "2024-02-20",
      reason: null,
    }));
  const plain = Array.from({ length: 84 }, (_, i) => 100 * (1 + (i % 12) / 50) * 1.05 ** Math.floor(i / 12));
  const rates = (off: number): DerivedCell[] =>
    cellsOf(plain.map(() => 5)).map((c, i) =>
      i < 12 ? gapCell("no-growth") : { ...c, lower: 5 - off, upper: 5 + off },
    );
  const december = 12 * 5 + 11;
  const raised = plain.with(december, plain[december]! * 1.15);
  it("steps off its usual size and disagrees with published growth: both, and only there", () => {
    expect([...restatedWithin(cellsOf(raised), rates(1))]).toEqual([december]);
    expect(restatedWithin(cellsOf(plain), rates(1)).size).toBe(0);
  });
  it("is not told by its step alone, nor by a small one", () => {
    expect(restatedWithin(cellsOf(raised), rates(40)).size).toBe(0);
    expect(restatedWithin(cellsOf(plain.with(december, plain[december]! * 1.07)), rates(1)).size).toBe(0);
  });
});
