import { describe, expect, it } from "vitest";
import { contextOf, seriesFrom } from "../../../tests/contracts/warningInputs.ts";
import { gdpGoal } from "./gdpGoal.ts";

const judge = (value: number, start: string, asOf: string) =>
  gdpGoal.evaluate(
    {
      "gdp.ytd-yoy": seriesFrom("gdp.ytd-yoy", start, [value], { frequency: "Q", basis: "year-to-date" }),
    },
    gdpGoal.defaults,
    contextOf(asOf, "gdp.ytd-yoy"),
  );

describe("growth against the goal of about 5.5 % for 2022", () => {
  it.each([
    [5.5, "none"],
    [5.4, "watch"],
    [5, "watch"],
    [4.9, "warning"],
    [3.5, "warning"],
    [3.4, "critical"],
  ])("%d %% is %s", (value, severity) => {
    expect(judge(value, "2022-Q2", "2022-07-31")).toMatchObject({ severity, threshold: 5.5 });
  });
});

it("in April 2020 the goal of 2019 still stood; once the report set none, the rule does not judge", () => {
  expect(judge(-6.8, "2020-Q1", "2020-04-30")).toMatchObject({ severity: "critical", threshold: 6 });
  expect(judge(-6.8, "2020-Q1", "2020-05-31")).toMatchObject({ kind: "undecided" });
});
