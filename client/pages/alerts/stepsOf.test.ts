import { describe, expect, it } from "vitest";
import type { AlertDetail } from "../../../server/routers/views.ts";
import { stepsOf } from "./stepsOf.ts";

type Kind = AlertDetail["events"][number]["kind"];
const event = (kind: Kind, at: string, actor = "王") => ({
  id: 1,
  alert: 1,
  at,
  asOf: at.slice(0, 10),
  actor,
  kind,
  text: "",
});

describe("the course of a case", () => {
  it("stands at the first step when it has only been opened", () => {
    const steps = stepsOf({
      replayed: false,
      state: "open",
      events: [event("opened", "2025-03-01T01:00:00Z", "system")],
    });
    expect(steps.map((s) => s.state)).toEqual(["now", "ahead", "ahead", "ahead"]);
    expect(steps[0]).toMatchObject({ at: "2025-03-01T01:00:00Z", actor: "system" });
  });
  it("shows who acknowledged it and when", () => {
    const steps = stepsOf({
      replayed: false,
      state: "in-work",
      events: [event("opened", "a"), event("acknowledged", "b", "李"), event("in-work", "c", "李")],
    });
    expect(steps.map((s) => s.state)).toEqual(["done", "done", "now", "ahead"]);
    expect(steps[1]).toMatchObject({ at: "b", actor: "李" });
  });
  it("leaves a skipped step without a date when a revision withdraws the alert", () => {
    const steps = stepsOf({
      replayed: false,
      state: "closed",
      events: [event("opened", "a"), event("un-fired", "b", "system")],
    });
    expect(steps.map((s) => [s.state, s.at])).toEqual([
      ["done", "a"],
      ["done", null],
      ["done", null],
      ["done", "b"],
    ]);
  });
  it("starts anew after a reopening, keeping the day it first fired", () => {
    const events = [
      event("opened", "a"),
      event("acknowledged", "b"),
      event("closed", "c"),
      event("reopened", "d"),
    ];
    expect(stepsOf({ replayed: false, state: "open", events }).map((s) => s.at)).toEqual([
      "a",
      null,
      null,
      null,
    ]);
  });
  it("dates what a replay of history raised by its business day, and what people did to the minute", () => {
    const events = [
      { ...event("opened", "2026-01-01T00:00:00Z", "system"), asOf: "2020-02-29" },
      event("acknowledged", "2026-01-02T03:04:00Z"),
    ];
    const steps = stepsOf({ state: "acknowledged", replayed: true, events });
    expect(steps.map((s) => s.at)).toEqual(["2020-02-29", "2026-01-02T03:04:00Z", null, null]);
  });
  it("stays where it was while it is silenced", () => {
    const events = [event("opened", "a"), event("acknowledged", "b"), event("silenced", "c")];
    expect(stepsOf({ replayed: false, state: "silenced", events }).map((s) => s.state)).toEqual([
      "done",
      "now",
      "ahead",
      "ahead",
    ]);
  });
});
