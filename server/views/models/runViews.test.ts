import { describe, expect, it } from "vitest";
import type { RunInFull, User } from "../../../db/stores/contract.ts";
import type { Grade } from "../../../models/indicators/indicator.ts";
import { INDICATORS, indicatorById } from "../../../models/indicators/registry.ts";
import type { Services } from "../../services.ts";
import { jobsNow, runList, runView } from "./runViews.ts";

const user = (role: User["role"], grades: User["grades"]): User => ({
  id: 1,
  name: role,
  displayName: role,
  role,
  grades,
});
const ALL = [...new Set(INDICATORS.map((i) => i.grade))];
const run = (id: number, of: Partial<RunInFull>): RunInFull => ({
  id,
  kind: "forecast",
  model: "ets",
  indicator: "cpi.yoy",
  parent: null,
  version: "1",
  asOf: "2025-05-31",
  seed: 1,
  dataVersion: "7",
  codeVersion: "abc",
  startedAt: "2025-06-01T00:00:00.000Z",
  finishedAt: "2025-06-01T00:00:02.500Z",
  state: "done",
  message: null,
  inputs: [{ indicator: "cpi.yoy", vintage: "2025-05-10", observations: 300 }],
  parameters: { horizon: 12 },
  ...of,
});
const kept: RunInFull[] = [
  run(1, { kind: "refresh", model: null, indicator: null, inputs: null }),
  run(2, { parent: 1 }),
  run(3, {
    parent: 1,
    kind: "analysis",
    model: "nowcast",
    indicator: "gdp.yoy",
    state: "failed",
    message: "no",
  }),
  run(4, { parent: 1, model: "gone-model", state: "failed", message: "no" }),
  run(5, {
    kind: "analysis",
    model: "nowcast-record",
    indicator: "gdp.yoy/2019",
    finishedAt: null,
    state: "running",
  }),
  run(6, { state: "refused", message: "需要24个，现有3个\n24 are needed; found 3" }),
];
const services = {
  base: {
    runs: {
      list: ({ parent }: { parent?: number }) =>
        Promise.resolve(kept.filter((r) => parent === undefined || r.parent === parent).toReversed()),
      get: (id: number) => Promise.resolve(kept.find((r) => r.id === id) ?? null),
      unsettled: () => Promise.resolve(kept.filter((r) => r.state === "failed" || r.state === "refused")),
    },
  },
  models: {
    get: (id: string) =>
      id === "ets" || id === "arimax"
        ? {
            model: {
              id,
              title: { zh: "指数平滑", en: "ETS" },
              supports: { gaps: true, drivers: id === "arimax" },
            },
          }
        : null,
  },
} as unknown as Pick<Services, "base" | "models">;

describe("what is told of runs", () => {
  it("names what ran on what and how long it took; what still runs took nothing yet", async () => {
    const { runs, next } = await runList(services, user("modeler", ALL), {});
    const of = (id: number) => runs.find((r) => r.id === id)!;
    expect(of(2)).toMatchObject({ method: { en: "ETS" }, seconds: 2.5 });
    expect(of(2).subject!.zh).toContain("居民消费价格");
    expect(of(5).subject!.en).toMatch(/domestic product.* 2019$/);
    expect(of(5).seconds).toBeNull();
    expect(next).toBeNull();
  });

  it("lets failures stand, but not of what is no longer there", async () => {
    const { failing } = await runList(services, user("modeler", ALL), {});
    expect(failing.map((r) => r.id)).toEqual([3]);
  });

  it("tells apart what failed and what the figures do not allow yet", async () => {
    const { failing, refused } = await runList(services, user("modeler", ALL), {});
    expect(refused.map((r) => r.id)).toEqual([6]);
    expect(failing.map((r) => r.id)).not.toContain(6);
  });

  it("tells one in full: inputs by vintage with source and unit, settings, parts in the order they began", async () => {
    const one = await runView(services, user("modeler", ALL), 2);
    expect(one.inputs).toMatchObject([{ vintage: "2025-05-10", observations: 300, unit: "percent" }]);
    expect(one.inputs![0]!.source.zh).not.toBe("");
    expect(one.parameters).toEqual({ horizon: 12 });
    const whole = await runView(services, user("modeler", ALL), 1);
    expect(whole.parts.map((p) => p.id)).toEqual([2, 3, 4]);
    expect(whole.states).toEqual({ done: 1, failed: 2 });
  });

  it("a run that reads what somebody may not read is not told to him", async () => {
    const blind = user("modeler", []);
    const { runs, failing } = await runList(services, blind, {});
    expect(runs.map((r) => r.id)).toEqual([1]);
    expect(failing).toEqual([]);
    await expect(runView(services, blind, 2)).rejects.toMatchObject({ code: "not-found" });
    await expect(runView(services, blind, 99)).rejects.toMatchObject({ code: "not-found" });
  });

  it("a forecast tells of its drivers, and a refresh of what failed in it: neither to who may not read that", async () => {
    const ppi = indicatorById("ppi.yoy") as { grade: Grade };
    const before = ppi.grade;
    const base = {
      runs: {
        list: () =>
          Promise.resolve([
            run(7, { model: "arimax" }),
            run(8, { kind: "refresh", model: null, indicator: null, message: "ets on ppi.yoy: singular" }),
            run(9, { model: "ets" }),
          ]),
        get: () =>
          Promise.resolve(run(10, { inputs: [{ indicator: "ppi.yoy", vintage: null, observations: 0 }] })),
        unsettled: () => Promise.resolve([]),
      },
    };
    const s = { ...services, base } as unknown as typeof services;
    const steward = user("steward", ["public", "internal"]);
    expect((await runList(s, steward, {})).runs.map((r) => r.id)).toEqual([7, 8, 9]);
    ppi.grade = "sensitive";
    try {
      const { runs } = await runList(s, steward, {});
      expect(runs.map((r) => r.id)).toEqual([8, 9]);
      expect(JSON.stringify(runs)).not.toContain("ppi.yoy");
      expect(runs[0]!.message).toContain("may not read");
      await expect(runView(s, steward, 10)).rejects.toMatchObject({ code: "not-found" });
    } finally {
      ppi.grade = before;
    }
  });

  it("one that reads the whole base is told without the series above the reader", async () => {
    const rules = run(7, { kind: "warnings", model: null, indicator: null });
    kept.push(rules);
    expect((await runView(services, user("modeler", ALL), 7)).inputs).toHaveLength(1);
    expect((await runView(services, user("modeler", []), 7)).inputs).toEqual([]);
    kept.pop();
  });

  it("everyone hears what is under way; only some may read of runs and end one", () => {
    const running = [
      { run: 9, kind: "refresh", title: { zh: "更新", en: "Refresh" }, done: 1, total: 3, startedAt: "" },
    ];
    const s = { jobs: { underWay: () => running } } as unknown as Pick<Services, "jobs">;
    expect(jobsNow(s, user("leader", ALL))).toEqual({ running, mayRead: false, mayCancel: false });
    expect(jobsNow(s, user("analyst", ALL))).toEqual({ running, mayRead: true, mayCancel: false });
    expect(jobsNow(s, user("steward", ALL))).toEqual({ running, mayRead: true, mayCancel: true });
  });
});
