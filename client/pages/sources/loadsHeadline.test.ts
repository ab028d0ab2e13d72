import { describe, expect, it } from "vitest";
import type { SourcesView } from "../../../server/routers/views.ts";
import { sources as zh } from "../../words/zh/sources.ts";
import { connectorsOf, hasProblem, loadsHeadline, loadsSummary } from "./loadsHeadline.ts";

const load = (change: Partial<SourcesView["loads"][number]>): SourcesView["loads"][number] => ({
  id: 1,
  state: "committed",
  connector: "nbs",
  document: "cpi.csv",
  hash: "00",
  startedAt: "2025-06-09T01:30:00.000Z",
  finishedAt: "2025-06-09T01:30:01.000Z",
  startedBy: "system",
  read: 100,
  accepted: 100,
  unchanged: 0,
  rejected: 0,
  quarantined: 0,
  message: null,
  simulated: false,
  ...change,
});
const say = (loads: SourcesView["loads"], releases: SourcesView["releases"] = []): string =>
  loadsHeadline(loadsSummary({ loads, releases }), zh.headline, String, "；");
const late = { state: "late" } as SourcesView["releases"][number];

describe("the headline of the data page says what the receipts say", () => {
  it("counts accepted rows of committed loads only", () => {
    expect(say([load({}), load({ id: 2, state: "failed", accepted: 7 })])).toBe(
      "1 次装载共入库 100 行，没有退回；1 次装载失败；没有迟到的发布",
    );
  });

  it("adds rejected and quarantined rows", () => {
    expect(say([load({ accepted: 95, rejected: 3, quarantined: 2 })])).toContain("5 行被退回或隔离");
  });

  it("claims no punctuality while a release is late", () => {
    expect(say([load({})], [late, late])).toContain("2 项发布迟到");
    expect(say([load({})], [late])).not.toContain("没有迟到");
  });

  it("an empty base is said to be empty", () => {
    expect(say([])).toContain("还没有装载任何数据");
  });

  it("offers the connector most often used first", () => {
    const loads = [load({ connector: "pbc" }), load({ connector: "nbs" }), load({ connector: "nbs" })];
    expect(connectorsOf(loads)).toEqual(["nbs", "pbc"]);
  });

  it("a load with refused rows needs a look, a clean one does not", () => {
    expect([
      hasProblem(load({ quarantined: 1 })),
      hasProblem(load({ state: "rolled-back" })),
      hasProblem(load({})),
    ]).toEqual([true, true, false]);
  });
});
