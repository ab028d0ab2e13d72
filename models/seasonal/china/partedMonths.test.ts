import { describe, expect, it } from "vitest";
import { derivedAmounts } from "../../yearToDate/china/derivedAmounts.ts";
import type { YearOfFigures } from "../../yearToDate/china/yearsOfFigures.ts";
import { partedMonths } from "./partedMonths.ts";
import { seasonalPolicyOf } from "./policies.ts";

const year = (totals: readonly (number | null)[]): YearOfFigures => ({
  year: 2024,
  values: Float64Array.from({ length: 12 }, (_, m) => totals[m] ?? Number.NaN),
  vintages: Array.from({ length: 12 }, () => null),
});
const months = (count: number) =>
  Array.from({ length: count }, (_, y) =>
    derivedAmounts(year(Array.from({ length: 12 }, (_, m) => (m + 1) * (100 + y))), 1),
  ).flat();
const policy = seasonalPolicyOf("retail.value")!;

describe("January and February published as one", () => {
  it("among too few months they are not parted", () => {
    const cells = [...months(2), ...derivedAmounts(year([null, 30, 45]), 1)];
    expect(partedMonths(cells, 2010, policy)).toEqual(cells);
  });
});
