import { expect, it } from "vitest";
import { contextOf, seriesFrom } from "../../../tests/contracts/warningInputs.ts";
import { ppiLevel } from "./ppiLevel.ts";

it.each([
  [6, "none", "hot", 6],
  [6.1, "watch", "hot", 6],
  [9, "watch", "hot", 6],
  [9.1, "warning", "hot", 9],
  [12, "warning", "hot", 9],
  [12.1, "critical", "hot", 12],
  [2, "none", "hot", 6],
  [1.9, "none", "cold", -2],
  [-2, "none", "cold", -2],
  [-2.1, "watch", "cold", -2],
  [-4, "watch", "cold", -2],
  [-4.1, "warning", "cold", -4],
  [-7, "warning", "cold", -4],
  [-7.1, "critical", "cold", -7],
])("producer prices at %d %% are %s on the %s side", (value, severity, direction, threshold) => {
  const signal = ppiLevel.evaluate(
    { "ppi.yoy": seriesFrom("ppi.yoy", "2021-10", [value]) },
    ppiLevel.defaults,
    contextOf("2021-11-30", "ppi.yoy"),
  );
  expect(signal).toMatchObject({ severity, direction, threshold });
});
