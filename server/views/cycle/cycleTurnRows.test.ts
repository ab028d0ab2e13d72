import { expect, it } from "vitest";
import type { CycleResult, CycleTurn, GroupResult } from "../../../models/analyses/cycleResult.ts";
import { cycleTurnRows } from "./cycleTurnRows.ts";

const turn = (month: string, kind: CycleTurn["kind"]): CycleTurn => ({
  month,
  kind,
  provisional: false,
  odds: null,
});
const group = (turns: CycleTurn[], matched: GroupResult["against"]["matched"] = []): GroupResult => ({
  index: [],
  movement: [],
  members: [],
  turns,
  phases: [],
  diffusion: [],
  against: { matched, missed: [], extra: [], meanLead: null, medianLead: null },
});

it("a turn says how long the phase before it lasted and who turned when; no match is said as none", () => {
  const groups: CycleResult["groups"] = {
    coincident: group([turn("2018-03", "peak"), turn("2020-03", "trough")]),
    leading: group([], [{ kind: "trough", reference: "2020-03", month: "2020-02", lead: 1 }]),
    lagging: group([], [{ kind: "trough", reference: "2020-03", month: "2020-11", lead: -8 }]),
  };
  expect(
    cycleTurnRows({ groups }).map(({ month, phaseMonths, leading, lagging }) => [
      month,
      phaseMonths,
      leading,
      lagging,
    ]),
  ).toEqual([
    ["2018-03", null, null, null],
    ["2020-03", 24, 1, -8],
  ]);
});
