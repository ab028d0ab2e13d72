import { describe, expect, it } from "vitest";
import { compareSeverity, severityOf } from "./severityOf.ts";

describe("how bad a figure is", () => {
  const cold = { watch: 50, warning: 49, critical: 45 };
  it.each([
    [50.1, "none", 50],
    [50, "none", 50],
    [49.9, "watch", 50],
    [49, "watch", 50],
    [48.9, "warning", 49],
    [45, "warning", 49],
    [44.9, "critical", 45],
  ])("below: %d is %s against %d", (value, severity, threshold) => {
    expect(severityOf(value, "below", cold)).toEqual({ severity, threshold });
  });

  it.each([
    [6, "none", 6],
    [6.1, "watch", 6],
    [9.1, "critical", 9],
  ])("above, with a step left out: %d is %s", (value, severity, threshold) => {
    expect(severityOf(value, "above", { watch: 6, critical: 9 })).toEqual({ severity, threshold });
  });

  it("binary dust of a difference does not cross a step", () => {
    expect(severityOf(0.1 + 0.2, "above", { watch: 0.3 }).severity).toBe("none");
  });

  it("orders severities", () => {
    expect(compareSeverity("critical", "watch")).toBeGreaterThan(0);
    expect(compareSeverity("none", "watch")).toBeLessThan(0);
    expect(compareSeverity("warning", "warning")).toBe(0);
  });
});
