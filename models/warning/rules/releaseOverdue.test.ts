import { expect, it } from "vitest";
import { contextOf, seriesFrom } from "../../../tests/contracts/warningInputs.ts";
import { releaseOverdue } from "./releaseOverdue.ts";

const judge = (asOf: string) =>
  releaseOverdue.evaluate(
    { "cpi.yoy": seriesFrom("cpi.yoy", "2025-03", [-0.1, -0.1]) },
    releaseOverdue.defaults,
    contextOf(asOf, "cpi.yoy", { due: () => ({ period: "2025-05", due: "2025-06-09" }) }),
  );

it.each([
  ["2025-06-01", "none", 0],
  ["2025-06-14", "none", 5],
  ["2025-06-15", "watch", 6],
  ["2025-06-24", "watch", 15],
  ["2025-06-25", "warning", 16],
  ["2025-07-24", "warning", 45],
  ["2025-07-25", "critical", 46],
])("on %s the figure due on 9 June is %s", (asOf, severity, days) => {
  expect(judge(asOf)).toMatchObject({ severity, direction: "none", details: { days, dueFor: "2025-05" } });
});
