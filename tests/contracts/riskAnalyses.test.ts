import { describe, expect, it } from "vitest";
import { event, eventAsOf, eventResult } from "../../models/analyses/event.ts";
import { heat } from "../../models/analyses/heat.ts";
import { risk, riskAsOf, riskResult } from "../../models/analyses/risk.ts";
import { NATION } from "../../models/indicators/nation.ts";
import { readingsOf } from "../../models/readings/readings.ts";
import { eventBook, MODEL_IDS } from "../../models/warning/china/eventBook.ts";
import { EVENT_RULES } from "../../models/warning/china/eventRules.ts";
import { monthToldBy } from "../../models/warning/china/knownMonths.ts";
import { seedHistories } from "./seedKnowledge.ts";

const read = [...seedHistories().values()].filter((s) => s.head.region === NATION);
const TODAY = "2025-05-31";
const SEED = 1;
const bookOn = (day: string) => eventBook(readingsOf(read, day).history, day, SEED);
const book = bookOn(TODAY);
const events = book.rules.map((_, e) => eventResult(book, e, TODAY, SEED));
const composite = riskResult(book, TODAY, SEED);
const of = (id: string) => events.find((e) => e.id === id)!;
const at = (path: readonly (number | null)[], month: string) => path[composite.months.indexOf(month)];
const known = (path: readonly (number | null)[]) => path.filter((v) => v !== null);

describe.each(["2016-08-31", "2021-12-31"])("on %s, with nothing later in the base", (day) => {
  const then = bookOn(day);
  const last = then.samples[0]!.months.at(-1)!;
  it.each(EVENT_RULES.map((r, e) => [r.id, e] as const))("%s said what its path says today", (_, e) => {
    const made = eventResult(then, e, day, SEED);
    const cut = eventAsOf(events[e]!, last);
    expect({ ...cut, day, models: [], contributions: [] }).toEqual({
      ...made,
      models: [],
      contributions: [],
    });
    expect(made.models.map((m) => m.path)).toEqual(
      events[e]!.models.map((m) => eventAsOf({ ...events[e]!, joined: m.path }, last).joined),
    );
  });
  it("so did the composite, with its record and its level", () => {
    expect({ ...riskAsOf(composite, last), day }).toEqual(riskResult(then, day, SEED));
  });
  it("and the heat of a month takes nothing of a later one", () => {
    const cut = heat.compute("domains", readingsOf(read, day), SEED);
    const whole = heat.compute("domains", readingsOf(read, "2021-12-31"), SEED);
    const shared = cut.months.filter((m) => whole.months.includes(m)).slice(0, -3);
    for (const [i, domain] of cut.domains.entries())
      for (const m of shared) {
        const [now, was] = [whole.domains[i]!, domain].map(
          (d, k) => d.heat[(k === 0 ? whole : cut).months.indexOf(m)],
        );
        expect(now).toEqual(was);
      }
  });
});

describe("in the middle of a month", () => {
  it("months told to the end stand; only the newest, half of it out, may still move", () => {
    const day = "2019-05-17";
    const then = bookOn(day);
    const told = monthToldBy(day);
    expect(told).toBe("2019-03");
    expect(then.samples[0]!.months.at(-1)).toBe("2019-04");
    expect(riskAsOf(riskResult(then, day, SEED), told).composite).toEqual(
      riskAsOf(composite, told).composite,
    );
  });
  it("a last day of a month has told the month before it", () => {
    expect(["2020-02-29", "2020-02-28", "2021-12-31"].map(monthToldBy)).toEqual([
      "2020-01",
      "2019-12",
      "2021-11",
    ]);
  });
});

describe("with little or nothing known", () => {
  it.each(["2008-06-30", "2010-12-31"])("on %s there are states and candidates and no probability", (day) => {
    const then = bookOn(day);
    const made = then.rules.map((_, e) => eventResult(then, e, day, SEED));
    for (const e of made) {
      expect(known(e.joined.value)).toEqual([]);
      expect(e.proven).toBe(false);
      expect(e.contributions).toEqual([]);
      expect(JSON.parse(JSON.stringify(e))).toEqual(e);
    }
    expect(riskResult(then, day, SEED)).toMatchObject({ cutoff: null, record: { months: 0, auroc: null } });
  });
  it("before the references begin it is refused by name", () => {
    expect(() => bookOn("2007-12-31")).toThrow(/Industrial output, y\/y/);
  });
});

describe("the events as of the day of the base", () => {
  it.each(events.map((e) => [e.id, e] as const))(
    "%s: probabilities in percent within their band, none while it is on",
    (_, e) => {
      for (const path of [e.joined, ...e.models.map((m) => m.path)])
        for (const [t, v] of path.value.entries()) {
          expect(path.lower[t] === null).toBe(v === null);
          const inside = v === null || (e.states[t] === false && path.lower[t]! <= v && v <= path.upper[t]!);
          expect(inside).toBe(true);
        }
      const all = known(e.joined.value);
      expect(all.length).toBeGreaterThan(60);
      expect(Math.min(...all)).toBeGreaterThanOrEqual(0);
      expect(Math.max(...all)).toBeLessThanOrEqual(100);
    },
  );
  it.each(events.map((e) => [e.id, e] as const))(
    "%s: contributions add up to the probability of the newest month",
    (_, e) => {
      const told = e.joined.value.at(-1) ?? null;
      const sum = e.contributions.reduce((s, c) => s + c.points, 0);
      expect(sum).toBeCloseTo(told ?? 0, 9);
      expect(e.contributions.length === 0).toBe(told === null);
    },
  );
  it.each(events.map((e) => [e.id, e] as const))("%s: the result is plain data, without NaN", (_, e) => {
    expect(JSON.parse(JSON.stringify(e))).toEqual(e);
    expect(e.candidates.length).toBeGreaterThan(3);
    expect(e.models.map((m) => m.id)).toEqual([...MODEL_IDS]);
    expect(e.episodes.length).toBe(5);
    for (const p of e.episodes) expect(p.period <= "2023-04").toBe(true);
  });
  it("same readings and seed, same answer, through the analysis itself", () => {
    const readings = readingsOf(read, TODAY);
    expect(event.compute("producer-deflation", readings, SEED)).toEqual(of("producer-deflation"));
    expect(risk.compute("composite", readings, SEED)).toEqual(composite);
    expect(() => event.compute("flood", readings, SEED)).toThrow(/flood/);
  });
  it("a month that was never told is refused by name", () => {
    expect(() => eventAsOf(of("overheating"), "1999-01")).toThrow(/1999-01/);
    expect(() => riskAsOf(composite, "1999-01")).toThrow(/1999-01/);
  });
});

describe("what they were worth", () => {
  it("print the record", () => {
    const short = (v: number | null) => (v === null ? "–" : v.toFixed(2));
    for (const e of events)
      console.info(
        `${e.id}: joined AUROC ${short(e.record.auroc)} [${short(e.record.aurocLower)}, ${short(e.record.aurocUpper)}] p ${short(e.record.permutationP)} proven ${e.proven};`,
        e.models
          .map((m) => `${m.id} ${short(m.auroc)} p ${short(m.permutationP)} Brier ${short(m.brier)}`)
          .join("; "),
      );
    console.info("composite", JSON.stringify(composite.record), "level", short(composite.cutoff));
    expect(composite.record.months).toBeGreaterThan(120);
  });
  it("deflation of producer prices and export slumps have a record of their own; growth and overheating have none and say so", () => {
    expect(events.filter((e) => e.proven).map((e) => e.id)).toEqual(["producer-deflation", "export-slump"]);
    expect(of("producer-deflation").record.auroc!).toBeGreaterThan(0.9);
    for (const e of events) expect(e.provenThen.at(-1)).toBe(e.proven);
  });
  it("the composite orders months better than chance, and its probabilities beat the frequency that nobody knew", () => {
    const { auroc, aurocLower, permutationP, brier, brierOfFrequency } = composite.record;
    expect(auroc!).toBeGreaterThan(0.65);
    expect(aurocLower!).toBeGreaterThan(0.5);
    expect(permutationP!).toBeLessThan(0.1);
    expect(brier!).toBeLessThan(brierOfFrequency!);
  });
  it("shares of the events add up to the composite, which lies between the largest of them and their sum", () => {
    composite.months.forEach((_, t) => {
      const shares = known(composite.contributions.map((c) => c.points[t] ?? null));
      const told = known(events.map((e) => e.joined.value[t] ?? null));
      expect(shares.length).toBe(told.length);
      const value = composite.composite.value[t] ?? 0;
      expect(shares.reduce((a, b) => a + b, 0)).toBeCloseTo(value, 9);
      expect(value).toBeGreaterThanOrEqual(Math.max(0, ...told) - 1e-9);
      expect(value).toBeLessThanOrEqual(told.reduce((a, b) => a + b, 0) + 1e-9);
    });
  });
});

describe("history", () => {
  const above = (id: string, month: string) => at(of(id).joined.value, month)! > at(of(id).cutoffs, month)!;
  it("deflation drew near in 2011–12, 2019 and 2022 and was far in 2017", () => {
    for (const m of ["2011-10", "2012-03", "2019-01", "2019-06", "2022-04", "2022-10"])
      expect(above("producer-deflation", m)).toBe(true);
    for (const m of ["2017-01", "2017-10", "2021-05"]) expect(above("producer-deflation", m)).toBe(false);
  });
  it("the slump of growth of 2012 had signals a year before, that of 2014–15 too, and 2018–19 rose", () => {
    expect(above("growth-slump", "2011-11")).toBe(true);
    expect(above("growth-slump", "2013-12")).toBe(true);
    expect(at(of("growth-slump").joined.value, "2019-09")!).toBeGreaterThan(
      2 * at(of("growth-slump").joined.value, "2018-02")!,
    );
  });
  it("before 2011 there was nothing to learn from: 2008 and the overheating of 2010–11 have no probability", () => {
    for (const e of events)
      for (const m of ["2008-06", "2009-12", "2010-06"]) expect(at(e.joined.value, m)).toBeNull();
  });
  it("the overheating of 2019–20 was not announced by a proven model", () => {
    expect(of("overheating").provenThen).not.toContain(true);
  });
  it("nothing announced the epidemic: what was told of growth came from the slowdown before it, and was falling", () => {
    const growth = of("growth-slump").joined.value;
    expect(at(growth, "2020-01")!).toBeLessThan(at(growth, "2019-10")!);
    expect(at(growth, "2019-12")!).toBeLessThan(at(growth, "2019-10")!);
  });
  it("growth is cold in February 2020, and prices are cold where they fell in 2009", () => {
    const told = heat.compute("domains", readingsOf(read, "2020-06-30"), SEED);
    const growth = told.domains.find((d) => d.id === "growth")!;
    expect(growth.heat[told.months.indexOf("2020-02")]!).toBeLessThan(-3);
    const early = heat.compute("domains", readingsOf(read, "2009-07-31"), SEED);
    const prices = early.domains.find((d) => d.id === "prices")!;
    expect(prices.heat[early.months.indexOf("2009-05")]!).toBeLessThan(-2);
  });
});
