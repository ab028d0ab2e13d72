import { expect, it } from "vitest";
import { contextOf, seriesFrom } from "../../../tests/contracts/warningInputs.ts";
import { gdpGrowth } from "./gdpGrowth.ts";

it.each([
  [4.5, "none", 4.5],
  [4.4, "watch", 4.5],
  [3, "watch", 4.5],
  [2.9, "warning", 3],
  [0, "warning", 3],
  [-0.1, "critical", 0],
])("growth of %d %% in a quarter is %s", (value, severity, threshold) => {
  const signal = gdpGrowth.evaluate(
    { "gdp.yoy": seriesFrom("gdp.yoy", "2022-Q2", [value], { frequency: "Q" }) },
    gdpGrowth.defaults,
    contextOf("2022-07-31", "gdp.yoy"),
  );
  expect(signal).toMatchObject({ severity, threshold, period: "2022-Q2" });
});
