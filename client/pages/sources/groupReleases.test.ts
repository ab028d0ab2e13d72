import { describe, expect, it } from "vitest";
import type { ReleaseView } from "../../../server/routers/views.ts";
import { groupReleases } from "./groupReleases.ts";

const release = (change: Partial<ReleaseView>): ReleaseView => ({
  date: "2025-06-09",
  time: "09:30",
  agency: "NBS",
  agencyName: { zh: "国家统计局", en: "NBS" },
  title: { zh: "居民消费价格月度发布", en: "Consumer prices" },
  period: "2025-05",
  indicators: ["cpi.yoy"],
  basis: "publication-rule",
  previous: null,
  state: "due",
  ...change,
});

describe("publications", () => {
  it("a month and its running total that come out together are one publication", () => {
    const groups = groupReleases([
      release({}),
      release({ period: "2025-01/P5M", indicators: ["cpi.ytd-yoy"] }),
    ]);
    expect(groups.map((g) => g.periods)).toEqual([["2025-05", "2025-01/P5M"]]);
  });

  it("another hour, agency or title is another publication", () => {
    expect(groupReleases([release({}), release({ time: "10:00" }), release({ agency: "PBC" })])).toHaveLength(
      3,
    );
  });

  it("what is late is not hidden behind what is due", () => {
    expect(groupReleases([release({ state: "late" }), release({})])).toHaveLength(2);
  });
});
