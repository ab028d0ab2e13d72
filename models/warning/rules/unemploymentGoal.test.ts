import { expect, it } from "vitest";
import { contextOf, seriesFrom } from "../../../tests/contracts/warningInputs.ts";
import { unemploymentGoal } from "./unemploymentGoal.ts";

it.each([
  [5.5, "none"],
  [5.6, "watch"],
  [5.8, "watch"],
  [5.9, "warning"],
  [6.5, "warning"],
  [6.6, "critical"],
])("a surveyed rate of %d %% against the goal of 5.5 %% is %s", (value, severity) => {
  const signal = unemploymentGoal.evaluate(
    { "unemployment.surveyed": seriesFrom("unemployment.surveyed", "2022-04", [value]) },
    unemploymentGoal.defaults,
    contextOf("2022-05-31", "unemployment.surveyed"),
  );
  expect(signal).toMatchObject({ severity, threshold: 5.5 });
});
