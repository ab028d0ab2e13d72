import { describe, expect, it } from "vitest";
import type { AlertChange, AlertRecord } from "./alert.ts";
import type { Severity, Signal } from "./contract.ts";
import { type TransitionContext, transition } from "./transition.ts";

const SUBJECT = { indicator: "pmi.manufacturing", region: "CHN" };

const says = (severity: Severity, period = "2025-04", value = 49): Signal => ({
  kind: "decided",
  severity,
  direction: "cold",
  subject: SUBJECT,
  period,
  value,
  threshold: 50,
  details: {},
  evidence: [],
});
const cannotSay: Signal = { kind: "undecided", reason: "stale", detail: { zh: "太旧", en: "too old" } };

const alert = (more: Partial<AlertRecord> = {}): AlertRecord => ({
  id: 7,
  rule: "pmi-below-50",
  ruleVersion: "1",
  subject: SUBJECT,
  severity: "watch",
  direction: "cold",
  state: "open",
  openedAsOf: "2025-04-30",
  closedAsOf: null,
  closedBecause: null,
  period: "2025-04",
  value: 49,
  threshold: 50,
  titleZh: "低",
  titleEn: "low",
  evidence: [],
  assignee: null,
  silencedUntil: null,
  replayed: false,
  ...more,
});
const closed = (closedBecause: AlertRecord["closedBecause"], more: Partial<AlertRecord> = {}) =>
  alert({ state: "closed", closedAsOf: "2025-05-02", closedBecause, ...more });

const on = (more: Partial<TransitionContext> = {}): TransitionContext => ({
  rule: { id: "pmi-below-50", version: "1" },
  words: { zh: "制造业低于荣枯线", en: "manufacturing below 50" },
  asOf: "2025-05-31",
  at: "2025-05-31T02:00:00.000Z",
  revised: false,
  previous: "fired",
  replayed: false,
  ...more,
});

/** What happened, in short: “opened watch”, “closed cleared”… */
const told = (changes: readonly AlertChange[]): string[] =>
  changes.map((c) =>
    c.kind === "open"
      ? `opened ${c.alert.severity}`
      : [c.event, c.set.closedBecause, c.set.severity, c.set.state].filter(Boolean).join(" "),
  );

describe("what people hear of a signal", () => {
  const cases: [string, AlertRecord | null, Signal, Partial<TransitionContext>, string[]][] = [
    [
      "the first time a rule fires, an alert opens",
      null,
      says("watch"),
      { previous: null },
      ["opened watch"],
    ],
    ["a rule that is content opens nothing", null, says("none"), {}, []],
    ["the same reading twice is told once", alert(), says("watch"), {}, []],
    [
      "a new month, as bad as before, is logged and not told as news",
      alert(),
      says("watch", "2025-05", 49.5),
      {},
      ["continued watch"],
    ],
    [
      "a revision that leaves the cause is logged under the same alert",
      alert(),
      says("watch", "2025-04", 49.2),
      { revised: true },
      ["continued watch"],
    ],
    ["it gets worse", alert(), says("critical", "2025-05", 44), {}, ["worsened critical"]],
    [
      "a worsening asks those who had acknowledged to look again",
      alert({ state: "acknowledged" }),
      says("warning", "2025-05", 48),
      {},
      ["worsened warning open"],
    ],
    [
      "who is at work on it stays at work",
      alert({ state: "in-work" }),
      says("warning", "2025-05", 48),
      {},
      ["worsened warning"],
    ],
    ["it eases", alert({ severity: "warning" }), says("watch", "2025-05", 49.5), {}, ["eased watch"]],
    [
      "a new month takes the cause away: cleared",
      alert(),
      says("none", "2025-05", 50.5),
      {},
      ["closed cleared closed"],
    ],
    [
      "a revision of the same month takes the cause away: withdrawn, with notice",
      alert(),
      says("none", "2025-04", 50),
      { revised: true },
      ["un-fired revised closed"],
    ],
    [
      "the newest month itself is withdrawn by its source: the alert is withdrawn too",
      alert(),
      says("none", "2025-03", 50.5),
      { revised: true },
      ["un-fired revised closed"],
    ],
    [
      "a new month and a revision at once: the new month decides",
      alert(),
      says("none", "2025-05", 50.5),
      { revised: true },
      ["closed cleared closed"],
    ],
    [
      "the cause passes with the calendar, not with data: cleared",
      alert(),
      says("none", "2025-04", 49),
      {},
      ["closed cleared closed"],
    ],
    ["undecided leaves a live alert as it is and says so", alert(), cannotSay, {}, ["commented"]],
    ["undecided says so once", alert(), cannotSay, { previous: "undecided" }, []],
    ["undecided without an alert says nothing", null, cannotSay, {}, []],
    [
      "after clearing, the same cause is a new alert",
      closed("cleared"),
      says("watch"),
      { previous: "silent" },
      ["opened watch"],
    ],
    [
      "after a withdrawal, the cause may come back with another revision",
      closed("revised"),
      says("watch"),
      { revised: true },
      ["opened watch"],
    ],
    [
      "closed by a person, the cause goes on: nobody is bothered again",
      closed("person"),
      says("watch", "2025-05", 49.4),
      {},
      [],
    ],
    [
      "closed by a person, then nothing to judge by, then on: still not",
      closed("person"),
      says("watch", "2025-05", 49.4),
      { previous: "undecided" },
      [],
    ],
    [
      "closed by a person, it gets worse: told again",
      closed("person"),
      says("warning", "2025-05", 48),
      {},
      ["opened warning"],
    ],
    [
      "closed by a person, gone, and back: told again",
      closed("person"),
      says("watch", "2025-07", 49.4),
      { previous: "silent" },
      ["opened watch"],
    ],
    [
      "silenced until a date: a new month as bad is only logged",
      alert({ state: "silenced", silencedUntil: "2025-05-31" }),
      says("watch", "2025-05", 49.5),
      {},
      ["continued watch"],
    ],
    [
      "the date has passed and the cause goes on: reopened",
      alert({ state: "silenced", silencedUntil: "2025-05-30" }),
      says("watch", "2025-05", 49.5),
      {},
      ["reopened watch open"],
    ],
    [
      "the date has passed without new figures: reopened all the same",
      alert({ state: "silenced", silencedUntil: "2025-05-30" }),
      says("watch"),
      {},
      ["reopened watch open"],
    ],
    [
      "silence was for what was known: a worsening breaks it",
      alert({ state: "silenced", silencedUntil: "2025-12-31" }),
      says("critical", "2025-05", 44),
      {},
      ["worsened critical open"],
    ],
    [
      "what clears while silenced is closed",
      alert({ state: "silenced", silencedUntil: "2025-12-31" }),
      says("none", "2025-05", 50.2),
      {},
      ["closed cleared closed"],
    ],
    [
      "a cause that changes sides is another alert",
      alert({ direction: "hot" }),
      says("watch", "2025-05", 49.5),
      {},
      ["closed cleared closed", "opened watch"],
    ],
  ];
  it.each(cases)("%s", (_, before, signal, context, expected) => {
    expect(told(transition(before, signal, on(context)))).toEqual(expected);
  });

  it("a running total of October comes after that of September", () => {
    const before = alert({ period: "2025-01/P9M" });
    const changes = transition(before, says("none", "2025-01/P10M", 1), on({ revised: true }));
    expect(told(changes)).toEqual(["closed cleared closed"]);
  });

  it("every change names the day, the hour and the system as its author, and carries both languages", () => {
    const [change] = transition(alert(), says("critical", "2025-05", 44), on());
    expect(change).toMatchObject({
      id: 7,
      actor: "system",
      asOf: "2025-05-31",
      text: "制造业低于荣枯线 / manufacturing below 50",
      set: { period: "2025-05", value: 44, threshold: 50, titleEn: "manufacturing below 50" },
    });
  });

  it("a firing signal without a sentence is a mistake of the caller, named after the rule", () => {
    expect(() => transition(null, says("watch"), on({ words: null }))).toThrow(/pmi-below-50/);
  });
});

describe("never lost, never twice", () => {
  const ROUNDS = 300;
  it("over random histories there is one live alert exactly while the last decision fires", () => {
    let state = 20_250_531;
    const random = (n: number): number => {
      state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
      return Math.floor((state / 2 ** 31) * n);
    };
    let before: AlertRecord | null = null;
    let previous: TransitionContext["previous"] = null;
    let firing = false;
    let month = 0;
    for (let round = 0; round < ROUNDS; round++) {
      month += random(2);
      const severity = (["none", "watch", "warning", "critical"] as const)[random(4)]!;
      const period = `${2000 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, "0")}`;
      const signal = random(5) === 0 ? cannotSay : says(severity, period, random(60));
      const context = on({ previous, revised: random(2) === 0 });
      const changes = transition(before, signal, context);
      for (const change of changes) before = applied(before, change, round);
      if (signal.kind === "decided") firing = signal.severity !== "none";
      expect(before !== null && before.state !== "closed").toBe(firing);
      const told = firing && signal.kind === "decided" ? signal.severity : before?.severity;
      expect(before?.severity).toBe(told);
      expect(transition(before, signal, { ...context, previous: previousOf(signal) })).toEqual([]);
      previous = previousOf(signal);
    }
  });
});

function previousOf(signal: Signal): TransitionContext["previous"] {
  if (signal.kind === "undecided") return "undecided";
  return signal.severity === "none" ? "silent" : "fired";
}

function applied(before: AlertRecord | null, change: AlertChange, id: number): AlertRecord {
  if (change.kind === "update") return { ...before!, ...change.set };
  return alert({ ...change.alert, id, state: "open" });
}
