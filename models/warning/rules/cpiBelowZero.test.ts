import { expect, it } from "vitest";
import { contextOf, seriesFrom } from "../../../tests/contracts/warningInputs.ts";
import { cpiBelowZero } from "./cpiBelowZero.ts";

const judge = (value: number, asOf = "2025-05-31") =>
  cpiBelowZero.evaluate(
    { "cpi.yoy": seriesFrom("cpi.yoy", "2025-03", [0.4, value]) },
    cpiBelowZero.defaults,
    contextOf(asOf, "cpi.yoy"),
  );

it.each([
  [0.1, "none", 0],
  [0, "none", 0],
  [-0.1, "watch", 0],
  [-0.5, "watch", 0],
  [-0.6, "warning", -0.5],
  [-1.5, "warning", -0.5],
  [-1.6, "critical", -1.5],
])("consumer prices at %d %% are %s", (value, severity, threshold) => {
  expect(judge(value)).toMatchObject({ severity, threshold, value, period: "2025-04", direction: "cold" });
});

it("a figure more than two releases old decides nothing", () => {
  expect(judge(-2, "2025-08-18")).toMatchObject({ kind: "decided" });
  expect(judge(-2, "2025-08-19")).toMatchObject({ kind: "undecided", reason: "stale" });
});
