import { describe, expect, it } from "vitest";
import type { NewsStep } from "../../../models/nowcast/china/nowcastResult.ts";
import type { RiskOverview } from "../../routers/views.ts";
import { movesOf, riskOf } from "./outlookView.ts";

const item = (indicator: string, impact: number): NewsStep["items"][number] => ({
  indicator,
  group: "production",
  period: "2025-04",
  actual: 1,
  expected: 0,
  surprise: 1,
  weight: impact,
  impact,
});
const step = (day: string, impacts: number[], revisions = 0, parameters = 0): NewsStep => ({
  day,
  items: impacts.map((v, i) => item(`x${i}`, v)),
  change: impacts.reduce((a, b) => a + b, 0) + revisions + parameters,
  revisions,
  parameters,
});

describe("what moved the nowcast of late", () => {
  const steps = [
    step("2025-04-16", [0.5]),
    step("2025-05-09", [0.01, -0.04], 0.002),
    step("2025-05-19", [0.03], 0, -0.01),
  ];

  it("is of the last thirty days, the largest first, and adds up", () => {
    const moves = movesOf(steps, "2025-05-31")!;
    expect([moves.from, moves.to]).toEqual(["2025-05-09", "2025-05-19"]);
    expect(moves.items.map((i) => i.impact)).toEqual([-0.04, 0.03, 0.01]);
    const sum = moves.items.reduce((a, i) => a + i.impact, 0) + moves.revisions + moves.parameters;
    expect(sum).toBeCloseTo(moves.change, 12);
  });

  it("is of the last day when nothing came since, and nothing at the beginning of a path", () => {
    expect(movesOf(steps, "2025-07-31")).toMatchObject({ from: "2025-05-19", to: "2025-05-19" });
    expect(movesOf([], "2025-05-31")).toBeNull();
  });
});

describe("the risk a leader reads", () => {
  const card = (id: string, on: boolean) =>
    ({
      id,
      title: { zh: id, en: id },
      event: { id, window: 12, state: { on } },
    }) as RiskOverview["events"][number];
  const overview = (proven: boolean) =>
    ({
      headline: { text: { zh: "", en: "" }, claims: [] },
      composite: { proven, latest: { month: "2025-04", value: 40 }, verdict: { zh: "不支持", en: "no" } },
      events: [card("a", true), card("b", false)],
    }) as unknown as RiskOverview;

  it("is a probability only where its record supports it", () => {
    expect(riskOf(overview(true))).toMatchObject({ latest: { value: 40 }, on: ["a"], window: 12 });
    expect(riskOf(overview(false))).toMatchObject({ latest: null, verdict: { en: "no" } });
  });
});
