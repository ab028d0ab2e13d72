import { describe, expect, it } from "vitest";
import { afterEvent, EMPTY_LIVE, touchedBy } from "./liveEvents.ts";

const alert = (id: number) =>
  ({
    kind: "alert",
    rule: "cpi-goal",
    indicator: "cpi.yoy",
    region: "CHN",
    alert: id,
    event: "opened",
    title: { zh: "警", en: "a" },
    severity: "watch",
  }) as const;

describe("what the server pushes", () => {
  it("lists the newest alert first and keeps twenty", () => {
    let state = EMPTY_LIVE;
    for (let i = 1; i <= 25; i++) state = afterEvent(state, alert(i), i);
    expect(state.alerts).toHaveLength(20);
    expect(state.alerts[0]).toMatchObject({ alert: 25, at: 25 });
  });
  it("makes every page ask again when a load brought new figures", () => {
    expect(touchedBy({ kind: "data", dataVersion: "9", baseDate: "2025-06-27" })).toBeNull();
  });
  it("asks again for alerts and the cockpit when an alert moved, not for series", () => {
    expect(touchedBy(alert(1))).toEqual(["alerts", "cockpit"]);
  });
  it("does not ask again for every step of a load's progress", () => {
    const step = { kind: "load", load: 1, document: "d", done: 1, total: 2, message: null } as const;
    expect(touchedBy({ ...step, phase: "checking" })).toEqual([]);
    expect(touchedBy({ ...step, phase: "committed" })).toEqual(["sources"]);
  });
  it("makes every page ask again when a run has ended, not while it goes on", () => {
    const run = { kind: "run", run: 7, title: { zh: "更新", en: "Refresh" }, done: 1, total: 10 } as const;
    expect(touchedBy({ ...run, state: "running" })).toEqual([]);
    expect(touchedBy({ ...run, state: "done" })).toBeNull();
    expect(touchedBy({ ...run, state: "cancelled" })).toBeNull();
  });
  it("follows each run by its number", () => {
    const run = { kind: "run", run: 7, title: { zh: "回测", en: "back-test" }, total: 10 } as const;
    const state = afterEvent(
      afterEvent(EMPTY_LIVE, { ...run, done: 1, state: "running" }, 0),
      { ...run, done: 10, state: "done" },
      1,
    );
    expect(state.runs.get(7)).toMatchObject({ done: 10, state: "done" });
  });
});
