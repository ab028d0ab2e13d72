import { expect, it } from "vitest";
import type { CycleTurn } from "../../../server/routers/views.ts";
import { phasesOf } from "./phasesOf.ts";

const months = Array.from({ length: 12 }, (_, i) => `2024-${String(i + 1).padStart(2, "0")}`);
const turn = (month: string, kind: CycleTurn["kind"], provisional = false): CycleTurn => ({
  month,
  kind,
  provisional,
  odds: provisional ? { age: 1, share: 0.5, n: 4 } : null,
});

it("months before a trough are a contraction, those after it an expansion that is open while it goes on", () => {
  const phases = phasesOf(months, [turn("2024-03", "trough"), turn("2024-08", "peak", true)]);
  expect(phases.map((p) => [p.kind, p.from, p.to, p.open, p.last])).toEqual([
    ["contraction", 0, 2, false, false],
    ["expansion", 2, 7, true, false],
    ["contraction", 7, 11, true, true],
  ]);
  expect(phases[2]!.turn!.month).toBe("2024-08");
});

it("without a turn nothing is called a phase", () => {
  expect(phasesOf(months, [])).toEqual([]);
});
