import { describe, expect, it } from "vitest";
import { periodOfSlot, slotOf } from "../../../models/series/period.ts";
import type { HeatResult } from "../../../models/warning/china/riskResult.ts";
import { deniedRiskClaims } from "../../../tests/support/deniedRiskClaims.ts";
import type { Made } from "../../analyses/analyses.ts";
import { HEAT_BOUNDS, heatLight } from "./heatLight.ts";
import { heatMap } from "./heatMap.ts";

const N = 60;
const months = Array.from({ length: N }, (_, i) => periodOfSlot(slotOf("2020-07", "M") + i, "M"));
const path = (...end: (number | null)[]): (number | null)[] => [
  ...Array<null>(N - end.length).fill(null),
  ...end,
];
const domain = (id: string, ...end: (number | null)[]): HeatResult["domains"][number] => ({
  id,
  title: { zh: `领域${id}`, en: `Domain ${id}` },
  heat: path(...end),
  members: [{ indicator: "cpi.yoy", scores: path(...end), last: "2025-04", value: -0.1 }],
});
const made = (...domains: HeatResult["domains"][number][]): Made<HeatResult> =>
  ({
    analysis: "heat",
    subject: "domains",
    version: "1",
    day: "2025-07-15",
    savedAt: "2025-07-15T01:00:00.000Z",
    run: 7,
    inputs: "ab",
    vintages: [{ indicator: "cpi.yoy", vintage: "2025-05-10", observations: 300 }],
    result: { day: "2025-07-15", months, domains },
  }) as unknown as Made<HeatResult>;
const cpi = {
  indicator: "cpi.yoy",
  region: "CHN",
  period: "2025-04",
  value: -0.1,
  status: "normal",
  reason: null,
  vintage: "2025-05-10",
  previous: -0.1,
};

describe("the heat map", () => {
  const map = heatMap(
    made(domain("a", 1.6, 0.8, null), domain("b", -0.8), domain("c", 0.2), domain("d")),
    new Map([["cpi.yoy", cpi]]),
  );

  it("shows three years, and the newest score with its own month where the last has none", () => {
    expect(map.months).toHaveLength(36);
    expect(map.months.at(-1)).toBe("2025-06");
    expect(map.domains[0]!.cells.slice(-3).map((c) => c.light)).toEqual([5, 4, null]);
    expect(map.domains[0]!.latest).toEqual({ period: "2025-05", score: 0.8, light: 4 });
    expect(map.domains[3]!.latest).toBeNull();
  });

  it("gives each member its newest figure with passport", () => {
    expect(map.domains[0]!.members[0]!.latest).toMatchObject({
      value: -0.1,
      unit: "percent",
      period: "2025-04",
      vintage: "2025-05-10",
      agency: "NBS",
    });
  });

  it("its title names what leans, and only that", () => {
    expect(map.title.text.zh).toBe("领域a偏热，领域b偏冷");
    expect(map.title.text.en).toBe("Domain a hot; domain b cold");
    expect(deniedRiskClaims(map.title, { map })).toEqual([]);
    const calm = heatMap(made(domain("a", 0.1)), new Map());
    expect(calm.title.text.zh).toBe("1 个领域均在正常区间");
    expect(deniedRiskClaims(map.title, { map: calm })).not.toEqual([]);
  });

  it("lights change exactly at the bounds that are told", () => {
    expect(HEAT_BOUNDS.map((b) => heatLight(b))).toEqual([2, 3, 4, 5]);
    expect(HEAT_BOUNDS.map((b) => heatLight(b - 1e-9))).toEqual([1, 2, 3, 4]);
    expect(heatLight(null)).toBeNull();
  });
});
