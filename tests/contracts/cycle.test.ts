import { describe, expect, test } from "vitest";
import { cycle, cycleSubject } from "../../models/analyses/cycle.ts";
import type { CycleResult } from "../../models/analyses/cycleResult.ts";
import { CYCLE_GROUPS } from "../../models/cycle/china/cycleMember.ts";
import { COMPOSITE_METHODS } from "../../models/cycle/china/groupComposites.ts";
import { readingsOf } from "../../models/readings/readings.ts";
import { slotOf } from "../../models/series/period.ts";
import { inputKey } from "../../models/warning/inputKey.ts";
import { cycleTitles } from "../../server/views/cycle/cycleTitles.ts";
import { deniedCycleClaims } from "../support/deniedCycleClaims.ts";
import { seedHistories } from "./seedKnowledge.ts";

const HISTORIES = seedHistories();
const LAST = "2025-05-31";

function resultOn(subject: string, day: string, keptUntil = LAST): CycleResult {
  const read = cycle.reads(subject).map((id) => {
    const { head, history } = HISTORIES.get(inputKey(id, "CHN"))!;
    return { head, history: history.filter((o) => o.vintage <= keptUntil) };
  });
  return cycle.compute(subject, readingsOf(read, day), 1);
}

const apart = (a: string, b: string): number => Math.abs(slotOf(a, "M") - slotOf(b, "M"));

describe.each(COMPOSITE_METHODS)("the cycle of growth, %s", (method) => {
  const subject = cycleSubject("sic-2021", method);
  const now = resultOn(subject, LAST);

  test("the coincident index turned up in early 2009 and early 2020", () => {
    const troughs = now.groups.coincident.turns.filter((t) => t.kind === "trough").map((t) => t.month);
    expect(troughs.some((m) => apart(m, "2009-01") <= 1)).toBe(true);
    expect(troughs.some((m) => apart(m, "2020-02") <= 1)).toBe(true);
  });

  test("every column has the months, contributions add up to the movement, weights to one", () => {
    for (const id of CYCLE_GROUPS) {
      const g = now.groups[id];
      for (const column of [g.index, g.movement, g.phases, g.diffusion])
        expect(column).toHaveLength(now.months.length);
      expect(g.members.reduce((s, m) => s + m.weight, 0)).toBeCloseTo(1, 12);
      for (const [t, moved] of g.movement.entries()) {
        if (moved === null) continue;
        const parts = g.members.map((m) => m.contributions[t]!);
        expect(parts.reduce((a, b) => a + b, 0)).toBeCloseTo(moved, 8);
      }
      expect(g.members.every((m) => m.estimated.length === now.months.length)).toBe(true);
    }
  });

  test("phases follow the turns; only young turns carry odds and the newest is always provisional", () => {
    for (const id of CYCLE_GROUPS) {
      const { turns, phases } = now.groups[id];
      expect(turns.at(-1)!.provisional).toBe(true);
      for (const t of turns) expect(t.odds === null).toBe(!t.provisional);
      for (const t of turns) {
        const at = now.months.indexOf(t.month);
        expect(phases[at]).toBe(t.kind === "peak" ? 1 : -1);
        expect(phases[at + 1]).toBe(t.kind === "peak" ? -1 : 1);
      }
    }
  });

  test("what came out later changes nothing", () => {
    const day = "2020-03-31";
    const then = resultOn(subject, day);
    expect(then).toEqual(resultOn(subject, day, day));
    expect(then.day <= day).toBe(true);
    expect(then.months.at(-1)).toBe("2020-02");
  });

  test.each(["2014-06-30", "2016-01-31", "2020-03-31", "2022-12-31", LAST])(
    "what the page says on %s is true of its figures",
    (day) => {
      const result = resultOn(subject, day);
      const { contributions, ...titles } = cycleTitles(result);
      for (const title of [...Object.values(titles), ...Object.values(contributions)]) {
        expect(title.claims.length).toBeGreaterThan(0);
        expect(deniedCycleClaims(title, result)).toEqual([]);
        expect(`${title.text.zh}${title.text.en}`).not.toMatch(/NaN|undefined|null|−0\.0+\b/);
      }
    },
  );

  test("a sentence that says something else is found out", () => {
    const { headline, contributions } = cycleTitles(now);
    const bent = { ...headline, claims: [{ kind: "quadrant:coincident:slowdown" }] };
    expect(deniedCycleClaims(bent, now)).toHaveLength(1);
    const claims = contributions.leading.claims.map((c) => ({ ...c, value: 9 }));
    expect(deniedCycleClaims({ ...headline, claims }, now)).toHaveLength(claims.length);
  });

  test("a result is plain data: it reads the same when it has been written down", () => {
    expect(JSON.parse(JSON.stringify(now))).toEqual(now);
  });
});

describe("what the history says", () => {
  const now = resultOn("sic-2021/oecd", LAST);
  const at = now.months.indexOf("2020-02");

  test("in February 2020 output, consumption and exports stood below trend and fell", () => {
    const quadrant = (id: string) => now.clock.sectors.find((s) => s.id === id)!.quadrant[at];
    expect(["output", "consumption", "exports"].map(quadrant)).toEqual(["slowdown", "slowdown", "slowdown"]);
    expect(now.groups.coincident.index[at]).toBeLessThan(97);
  });

  test("producer prices turned after the coincident group, the managers' survey before it", () => {
    expect(now.groups.lagging.against.meanLead).toBeLessThan(0);
    expect(now.groups.leading.against.meanLead).toBeGreaterThan(0);
    const of = (id: string) =>
      CYCLE_GROUPS.flatMap((g) => now.groups[g].members).find((m) => m.indicator === id)!.screening;
    expect(of("pmi.manufacturing").correlation!.lag).toBeLessThan(0);
    expect(of("consumer-confidence.index").correlation!.lag).toBeGreaterThan(0);
  });

  test("days that know too little, and subjects nobody has, are refused in words", () => {
    expect(() => resultOn("sic-2021/oecd", "2011-06-30")).toThrow(/at least 60 months/);
    expect(() => cycle.reads("sic-2021/else")).toThrow(/no cycle "sic-2021\/else"/);
  });
});
