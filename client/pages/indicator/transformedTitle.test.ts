import { describe, expect, it } from "vitest";
import type { SeriesView } from "../../../server/routers/views.ts";
import { transformedTitle } from "./transformedTitle.ts";

const view = {
  meta: { indicator: { short: { zh: "CPI同比", en: "CPI" }, basis: "period" } },
  unit: "percentage-point",
  decimals: 1,
  periods: ["2025-03", "2025-04", "2025-05"],
  values: [-0.2, -0.4, null],
} as unknown as SeriesView;

describe("the finding above a transformed chart", () => {
  it("states the transformed figure with its unit, at the last period that has one", () => {
    expect(transformedTitle(view, "同比", "zh")).toBe("CPI同比（同比）2025年4月为−0.4个百分点");
    expect(transformedTitle(view, "Year on year", "en")).toBe("CPI (year on year): −0.4 pp in Apr 2025");
  });

  it("claims nothing where the transform has no meaning for the series", () => {
    expect(transformedTitle({ ...view, values: [null, null, null] }, "同比", "zh")).toBeNull();
  });
});
