import { describe, expect, it } from "vitest";
import type { RiskEventView, RiskOverview } from "../../../server/routers/views.ts";
import { part, testContext } from "../../charts/testContext.ts";
import { compositeDraw } from "./compositeDraw.ts";
import { eventDraw } from "./eventDraw.ts";

const N = 150;
const months = Array.from(
  { length: N },
  (_, i) => `${2012 + Math.floor(i / 12)}-${String((i % 12) + 1).padStart(2, "0")}`,
);
const path = (end: number | null) => {
  const value = months.map((_, i): number | null => (i < 20 ? null : i === N - 1 ? end : 30));
  return { level: 90, value, lower: value.map((v) => v && v - 5), upper: value.map((v) => v && v + 5) };
};

describe("what the chart of an event draws", () => {
  const view = (end: number | null) =>
    ({
      title: { zh: "出口下滑", en: "Export slump" },
      months,
      joined: path(end),
      models: [{ title: { zh: "信号法", en: "Signals approach" }, path: path(end) }],
      cutoffs: months.map(() => 36),
      states: months.map((_, i) => i > N - 3 && end === null),
    }) as unknown as RiskEventView;

  it("is the newest years of the range, never from before the first probability", () => {
    const rows = (range: "5" | "10" | "all") => eventDraw(view(30), range, "zh")(testContext).twin.rows;
    expect(rows("5")).toHaveLength(60);
    expect(rows("10")).toHaveLength(120);
    expect(rows("all")).toHaveLength(130);
    expect(rows("all")[0]!.period).toBe(months[20]);
    expect(rows("5").at(-1)!.cells).toEqual(["30%", "25 – 35", "30%", "36%", ""]);
  });

  it("names its lines in the key while the event is on, for none reaches the edge then", () => {
    expect(eventDraw(view(30), "5", "zh")(testContext).keysAlways).toBe(false);
    const on = eventDraw(view(null), "5", "zh")(testContext);
    expect(on.keysAlways).toBe(true);
    expect(part(on.option, "series", 2, "markArea", "data", 0, 0, "name")).toBe("进行中");
  });
});

describe("what the chart of the composite draws", () => {
  const composite = (cutoffs: (number | null)[]) =>
    ({
      months,
      path: path(30),
      cutoffs,
      outcomes: months.map((_, i) => (i < 60 ? true : i > N - 12 ? null : false)),
    }) as unknown as NonNullable<RiskOverview["composite"]>;

  it("has an alarm line only where one held in the months shown", () => {
    const held = compositeDraw(
      composite(months.map((_, i) => (i > 100 ? 59 : null))),
      "5",
      "zh",
    )(testContext);
    expect(held.twin.columns).toEqual(["综合风险", "90% 区间", "警戒线", "其后有事件开始"]);
    const never = compositeDraw(
      composite(months.map((_, i) => (i < 40 ? 59 : null))),
      "5",
      "zh",
    )(testContext);
    expect(never.twin.columns).toEqual(["综合风险", "90% 区间", "其后有事件开始"]);
  });

  it("marks the months that were followed by an event, and none whose outcome is open", () => {
    const drawn = compositeDraw(composite(months.map(() => 59)), "all", "zh")(testContext);
    expect(drawn.twin.rows.filter((r) => r.cells.at(-1) === "发生")).toHaveLength(40);
    expect(drawn.twin.rows.at(-1)!.raw.at(-1)).toBeNull();
  });
});
