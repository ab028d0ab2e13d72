import { describe, expect, it } from "vitest";
import { contextOf, seriesFrom } from "../../../tests/contracts/warningInputs.ts";
import { forecastLeavesBand } from "./forecastLeavesBand.ts";

/** Consumer prices now at `now`; three months on at `mean` with a standard deviation of 1. */
const judge = (mean: number, now = 1) =>
  forecastLeavesBand.evaluate(
    { "cpi.yoy": seriesFrom("cpi.yoy", "2025-03", [1, now]) },
    forecastLeavesBand.defaults,
    contextOf("2025-05-31", "cpi.yoy", {
      forecast: () => ({ model: "arima", periods: ["2025-05", "2025-07"], mean: [now, mean], sd: [0.5, 1] }),
    }),
  );

describe("odds of leaving the band of 0 to 3 in three months", () => {
  // Φ⁻¹(0.6) = 0.2533, Φ⁻¹(0.75) = 0.6745, Φ⁻¹(0.9) = 1.2816
  it.each([
    [1.5, "none"],
    [-0.253, "none"],
    [-0.254, "watch"],
    [-0.674, "watch"],
    [-0.675, "warning"],
    [-1.281, "warning"],
    [-1.282, "critical"],
    [3.253, "none"],
    [3.254, "watch"],
    [4.282, "critical"],
  ])("a mean forecast of %d is %s", (mean, severity) => {
    expect(judge(mean)).toMatchObject({ severity });
  });

  it("names the side, the bound, the month and the model", () => {
    expect(judge(4.5)).toMatchObject({
      direction: "hot",
      threshold: 3,
      value: 4.5,
      details: { target: "2025-07", model: "arima", now: 1 },
    });
  });

  it("is silent once the figure itself is outside: the level rules speak then", () => {
    expect(judge(-3, -0.1)).toMatchObject({ severity: "none" });
  });

  it("cannot judge where no proven model has a forecast for the month", () => {
    const series = { "cpi.yoy": seriesFrom("cpi.yoy", "2025-04", [1]) };
    const context = contextOf("2025-05-31", "cpi.yoy");
    expect(forecastLeavesBand.evaluate(series, forecastLeavesBand.defaults, context)).toMatchObject({
      kind: "undecided",
      reason: "missing-input",
    });
  });
});
