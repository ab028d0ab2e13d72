import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { type Series, sliceSeries } from "../../series/series.ts";
import { onsetsOf } from "../signals/preEvent.ts";
import { domainHeat } from "./domainHeat.ts";
import { evaluateSignal } from "./evaluateSignal.ts";
import { type EventRule, eventStates } from "./eventRule.ts";
import { EVENT_RULES } from "./eventRules.ts";

const month = (period: string) => {
  const span = /\/P(\d+)M$/.exec(period);
  return Number(period.slice(0, 4)) * 12 + Number(period.slice(5, 7)) - 1 + (span ? Number(span[1]) - 1 : 0);
};

/** Monthly figures on consecutive slots, from slot `firstSlot`. */
function monthly(firstSlot: number, values: (number | null)[]): Series {
  const all = <T>(v: T): T[] => values.map(() => v);
  return {
    indicator: "x",
    region: "CHN",
    frequency: "M",
    basis: "period",
    unit: "%",
    firstSlot,
    values,
    periods: all("2000-01" as Series["periods"][number]),
    status: all("normal" as const),
    reasons: all(null),
    vintages: all(null),
  };
}

function shipped(file: string, id: string): Series {
  const text = readFileSync(new URL(`../../../seed/figures/${file}.csv`, import.meta.url), "utf8");
  const rows = text.split("\n").map((l) => l.split(","));
  const found = new Map(
    rows.filter((r) => r[0] === id && r[1] === "CHN" && r[3] !== "").map((r) => [month(r[2]!), Number(r[3])]),
  );
  const slots = [...found.keys()].sort((a, b) => a - b);
  const first = slots[0]!;
  return monthly(
    first,
    Array.from({ length: slots.at(-1)! - first + 1 }, (_, i) => found.get(first + i) ?? null),
  );
}

const ruleOf = (id: string): EventRule => EVENT_RULES.find((r) => r.id === id)!;
const holdsIn = (s: Series, states: (boolean | null)[], m: string) => states[month(m) - s.firstSlot];
const iva = shipped("industry", "iva.yoy");
const ppi = shipped("ppi", "ppi.yoy");

const REFERENCES: Record<string, Series> = {
  "growth-slump": iva,
  "producer-deflation": ppi,
  overheating: shipped("cpi", "cpi.yoy"),
  "export-slump": shipped("trade", "exports.yoy"),
};

describe("events of the Chinese base", () => {
  it("2008 and 2020 are growth slumps, 2010 is none", () => {
    const states = eventStates(ruleOf("growth-slump"), iva);
    expect(holdsIn(iva, states, "2008-12")).toBe(true);
    expect(holdsIn(iva, states, "2020-03")).toBe(true);
    expect(holdsIn(iva, states, "2010-06")).toBe(false);
  });
  it("producer prices fell in 2009, 2013 and 2023, not in 2017", () => {
    const states = eventStates(ruleOf("producer-deflation"), ppi);
    for (const m of ["2009-06", "2013-06", "2023-06"]) expect(holdsIn(ppi, states, m)).toBe(true);
    expect(holdsIn(ppi, states, "2017-06")).toBe(false);
  });
  it("prices overheated in 2011 and not in 2023; exports slumped in 2009 and not in 2021", () => {
    const at = (id: string, m: string) =>
      holdsIn(REFERENCES[id]!, eventStates(ruleOf(id), REFERENCES[id]!), m);
    expect(at("overheating", "2011-07")).toBe(true);
    expect(at("overheating", "2023-07")).toBe(false);
    expect(at("export-slump", "2009-06")).toBe(true);
    expect(at("export-slump", "2021-06")).toBe(false);
  });
  it.each(EVENT_RULES.map((r) => [r.id, r] as const))("%s: later figures change nothing", (id, rule) => {
    const s = REFERENCES[id]!;
    const whole = eventStates(rule, s);
    for (const n of [20, 60, 120]) expect(eventStates(rule, sliceSeries(s, 0, n))).toEqual(whole.slice(0, n));
  });
});

describe("a candidate before the events", () => {
  const options = { tail: "lower", window: 9, draws: 99, seed: 1 } as const;
  it("finds a planted leader and not a signal that tells nothing", () => {
    const rule = ruleOf("producer-deflation");
    const reference = monthly(
      24_000,
      Array.from({ length: 240 }, (_, t) => (t % 48 >= 36 ? -2 : 2)),
    );
    const onsets = onsetsOf(eventStates(rule, reference).map((s) => s === true));
    const leads = Array.from(
      { length: 240 },
      (_, t) => (onsets.some((o) => o > t && o - t <= 6) ? -1 : 1) + (t % 5) / 50,
    );
    const leader = evaluateSignal(monthly(24_000, leads), rule, reference, { ...options, window: 6 });
    expect(leader.auroc.auroc).toBe(1);
    expect(leader.permutationP).toBeLessThan(0.1);
    expect(leader.record!.caught).toBe(onsets.length);
    expect(leader.record!.falseAlarmsPerYear).toBe(0);
    const dull = Array.from({ length: 240 }, (_, t) => (t * 7) % 11);
    const nothing = evaluateSignal(monthly(24_000, dull), rule, reference, { ...options, window: 6 });
    expect(Math.abs(nothing.auroc.auroc - 0.5)).toBeLessThan(0.2);
  });
  it("has a printed record for the purchasing managers' index", () => {
    const pmi = shipped("pmi", "pmi.manufacturing");
    for (const [id, s] of Object.entries(REFERENCES)) {
      if (id === "overheating") continue; // A weak survey does not announce rising prices.
      const e = evaluateSignal(pmi, ruleOf(id), s, options);
      console.info(
        id,
        JSON.stringify({ auroc: e.auroc, p: e.permutationP, record: e.record, best: e.klr.byUsefulness }),
      );
      expect(e.auroc.auroc).toBeGreaterThan(0);
      expect(e.auroc.low).toBeLessThanOrEqual(e.auroc.high);
      expect(e.record!.events).toBeGreaterThan(0);
    }
  });
});

describe("heat by domain", () => {
  it("output was far below its past in March 2020; a short member has no score, an empty domain is refused", () => {
    const march = sliceSeries(iva, 0, month("2020-03") - iva.firstSlot + 1);
    const [output, prices] = domainHeat({ output: [march], prices: [monthly(0, [1, 2])] });
    expect(output!.score).toBeLessThan(-2);
    expect(output!.members[0]!.slot).toBe(month("2020-03"));
    expect(prices!.score).toBeNull();
    expect(() => domainHeat({ jobs: [] })).toThrow("jobs");
  });
});
