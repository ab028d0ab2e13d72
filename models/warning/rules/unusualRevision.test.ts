import { describe, expect, it } from "vitest";
import { contextOf, seriesFrom } from "../../../tests/contracts/warningInputs.ts";
import type { Revision } from "../contract.ts";
import { unusualRevision } from "./unusualRevision.ts";

const revision = (vintage: string, before: number, after: number, period = "2024-Q1"): Revision => ({
  period,
  before,
  after,
  vintage,
});
/** Earlier revisions of 0.2 each; the usual size is therefore 0.2. */
const USUAL = [
  revision("2022-01-17", 5, 5.2),
  revision("2023-01-17", 5, 4.8),
  revision("2024-01-17", 5, 5.2),
];

const judge = (revisions: readonly Revision[], asOf = "2025-05-31") =>
  unusualRevision.evaluate(
    { "gdp.yoy": seriesFrom("gdp.yoy", "2025-Q1", [5.4], { frequency: "Q" }) },
    unusualRevision.defaults,
    contextOf(asOf, "gdp.yoy", { revisions: () => revisions }),
  );

describe("a revision against its usual size of 0.2", () => {
  it.each([
    [5.6, "none"],
    [5.61, "watch"],
    [6.2, "watch"],
    [6.21, "warning"],
    [3.79, "warning"],
  ])("from 5.0 to %d is %s", (after, severity) => {
    expect(judge([...USUAL, revision("2025-05-30", 5, after)])).toMatchObject({ severity, value: after });
  });

  it("without a history of revisions one unit of the published decimal is usual", () => {
    expect(judge([revision("2025-05-30", 5, 5.3)])).toMatchObject({ severity: "none" });
    expect(judge([revision("2025-05-30", 5, 5.4)])).toMatchObject({ severity: "watch" });
  });

  it("after sixty days it is news no more", () => {
    const one = [...USUAL, revision("2025-04-01", 5, 9)];
    expect(judge(one, "2025-05-31")).toMatchObject({ severity: "warning" });
    expect(judge(one, "2025-06-01")).toMatchObject({ severity: "none" });
  });
});
