import { expect, it } from "vitest";
import { contextOf, seriesFrom } from "../../../tests/contracts/warningInputs.ts";
import { pmiBelowFifty } from "./pmiBelowFifty.ts";

it.each([
  [50, "none", 50],
  [49.9, "watch", 50],
  [49, "watch", 50],
  [48.9, "warning", 49],
  [45, "warning", 49],
  [44.9, "critical", 45],
  [35.7, "critical", 45],
])("a manufacturing PMI of %d is %s", (value, severity, threshold) => {
  const signal = pmiBelowFifty.evaluate(
    { "pmi.manufacturing": seriesFrom("pmi.manufacturing", "2020-01", [50, value]) },
    pmiBelowFifty.defaults,
    contextOf("2020-02-29", "pmi.manufacturing"),
  );
  expect(signal).toMatchObject({ severity, threshold, period: "2020-02" });
});
