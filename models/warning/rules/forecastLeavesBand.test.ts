import { describe, expect, it } from "vitest";
import { contextOf, recordOfModel, seriesFrom } from "../../../tests/contracts/warningInputs.ts";
import { forecastLeavesBand } from "./forecastLeavesBand.ts";

/** Consumer prices now at `now`; three months on at `mean` with a standard deviation of 1. */
const judge = (mean: number, now = 1) =>
  forecastLeavesBand.evaluate(
    { "cpi.yoy": seriesFrom("cpi.yoy", "2025-03", [1, now]) },
    forecastLeavesBand.defaults,
    contextOf("2025-05-31", "cpi.yoy", {
      forecast: () => ({
        model: "arima",
        asOf: "2025-05-10",
        record: recordOfModel("arima"),
        periods: ["2025-05", "2025-07"],
        mean: [now, mean],
        sd: [0.5, 1],
      }),
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

  it("carries the model's record: error against naive with horizon and sample, coverage, standing, each with its day", () => {
    const signal = judge(4.5);
    if (signal.kind !== "decided") throw new Error("undecided");
    const [now, odds, mean, error, coverage, standing] = signal.evidence;
    expect(now!.from).toMatchObject({ kind: "indicator", id: "cpi.yoy" });
    for (const line of [odds!, mean!])
      expect(line).toMatchObject({
        period: "2025-07",
        from: { kind: "model", id: "arima", vintage: "2025-05-10" },
      });
    expect(error).toMatchObject({ value: 0.8, threshold: 1, unit: "times", met: true });
    expect(error!.condition.zh).toMatch(/提前3期，2014年1月至2023年12月共120次预测/);
    expect(coverage).toMatchObject({ value: 78, threshold: 80, unit: "percent", met: true });
    expect(standing).toMatchObject({ value: 0.9, met: true });
    expect(standing!.condition.en).toContain("since 2016-01-10");
    for (const line of [error!, coverage!, standing!]) expect(line.from!.vintage).toBe("2025-05-31");
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
