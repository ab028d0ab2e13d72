import { expect, it } from "vitest";
import { contextOf, seriesFrom } from "../../../tests/contracts/warningInputs.ts";
import { ppiDeflation } from "./ppiDeflation.ts";

it.each([
  [2, "none"],
  [3, "watch"],
  [11, "watch"],
  [12, "warning"],
  [35, "warning"],
  [36, "critical"],
])("producer prices below a year ago for %i months are %s", (months, severity) => {
  const values = [
    ...Array.from({ length: 40 - months }, () => 0),
    ...Array.from({ length: months }, () => -0.1),
  ];
  const signal = ppiDeflation.evaluate(
    { "ppi.yoy": seriesFrom("ppi.yoy", "2022-01", values) },
    ppiDeflation.defaults,
    contextOf("2025-05-31", "ppi.yoy"),
  );
  expect(signal).toMatchObject({ severity, period: "2025-04", details: { count: months } });
});
