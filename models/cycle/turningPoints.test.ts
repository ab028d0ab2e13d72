import { describe, expect, it } from "vitest";
import { AppError } from "../errors.ts";
import { randomSource } from "../statistics/random/generator.ts";
import { bryBoschan } from "./bryBoschan.ts";
import { businessCycleClock, clockEvents } from "./businessCycleClock.ts";
import { concordance } from "./concordance.ts";
import { findTurningPoints } from "./findTurningPoints.ts";
import { matchTurns } from "./matchTurns.ts";
import { monthsForCyclicalDominance } from "./monthsForCyclicalDominance.ts";
import { phaseStates, turnsOfStates } from "./phaseStates.ts";
import { phaseTable } from "./phaseTable.ts";
import { spencerCurve } from "./spencerCurve.ts";
import { survivalOdds, survivalOfVintages } from "./survivalOdds.ts";
import type { TurningPoint } from "./turningPoint.ts";
import {
  BCDATING_QUARTERLY,
  MONTHLY,
  OECD_CIF,
  QUARTERLY,
  type TurningPointRules,
} from "./turningPointRules.ts";

/** A cycle of `period` months around a slow trend, with some noise. */
function cycles(n: number, seed: number, noise: number, period = 48): Float64Array {
  const random = randomSource(seed);
  return Float64Array.from(
    { length: n },
    (_, t) => 0.02 * t + 5 * Math.sin((2 * Math.PI * t) / period) + noise * random.normal(),
  );
}
function walk(n: number, seed: number): Float64Array {
  const random = randomSource(seed);
  const y = new Float64Array(n);
  for (let t = 1; t < n; t++) y[t] = y[t - 1]! + 0.3 + 0.5 * (y[t - 1]! - (y[t - 2] ?? 0)) + random.normal();
  return y;
}
const at = (turns: readonly TurningPoint[], kind: TurningPoint["kind"]): number[] =>
  turns.filter((turn) => turn.kind === kind).map((turn) => turn.at);
const quarters = (...values: number[]): Float64Array => Float64Array.from(values);

describe("turning points by rules", () => {
  it("stand at the last quarter of each phase", () => {
    const y = quarters(1, 2, 3, 4, 5, 4, 3, 2, 3, 4, 5, 6, 7);
    expect(findTurningPoints(y)).toEqual([
      { at: 4, kind: "peak" },
      { at: 7, kind: "trough" },
    ]);
  });
  it("of equal figures stand at the last, or where the rules say", () => {
    const y = quarters(1, 2, 3, 5, 5, 5, 4, 3, 2, 2, 3, 4, 6, 7, 8);
    expect(findTurningPoints(y).map((turn) => turn.at)).toEqual([5, 9]);
    expect(findTurningPoints(y, { ...QUARTERLY, ties: "first" }).map((turn) => turn.at)).toEqual([3, 8]);
    expect(findTurningPoints(y, BCDATING_QUARTERLY).map((turn) => turn.at)).toEqual([5, 8]);
  });
  it("are none in a series that never turns, nor in one that never moves", () => {
    expect(findTurningPoints(Float64Array.from({ length: 40 }, (_, t) => t))).toEqual([]);
    for (const ties of ["last", "first", "every"] as const)
      expect(findTurningPoints(new Float64Array(40).fill(7), { ...MONTHLY, ties })).toEqual([]);
  });
  it("leave a dip of one quarter out, unless it is severe", () => {
    const y = quarters(0, 2, 4, 6, 8, 10, 5, 9, 14, 16, 18, 20, 22);
    expect(findTurningPoints(y)).toEqual([]);
    expect(findTurningPoints(y, { ...QUARTERLY, amplitudeOverride: 5 })).toEqual([]);
    expect(findTurningPoints(y, { ...QUARTERLY, amplitudeOverride: 4.9 })).toEqual([
      { at: 5, kind: "peak" },
      { at: 6, kind: "trough" },
    ]);
  });
  it("do not vanish while the turn after them is too young to be dated", () => {
    // Down to 0 at position 20, up for a year, and below 0 within the last four months.
    const y = Float64Array.from({ length: 37 }, (_, t) =>
      t <= 20 ? 20 - t : t <= 32 ? t - 20 : 12 - 4 * (t - 32),
    );
    expect(findTurningPoints(y, MONTHLY)).toEqual([{ at: 20, kind: "trough" }]);
    expect(findTurningPoints(y, { ...MONTHLY, endValues: "sample" })).toEqual([]);
    // A bounce shorter than a phase is none.
    const bounce = Float64Array.from({ length: 37 }, (_, t) =>
      t <= 20 ? 20 - t : t <= 24 ? t - 20 : 28 - t,
    );
    expect(findTurningPoints(bounce, { ...MONTHLY, window: [3, 3] })).toEqual([]);
  });
  it("keep the higher of two peaks too near each other", () => {
    const y = quarters(0, 1, 2, 3, 8, 6, 5, 7, 10, 8, 6, 4, 2, 0, 1, 2, 3, 4);
    expect(at(findTurningPoints(y), "peak")).toEqual([8]);
  });

  const sets: Record<string, TurningPointRules> = { QUARTERLY, MONTHLY, BCDATING_QUARTERLY, OECD_CIF };
  it.each(Object.entries(sets))(
    "%s: alternate, keep their distance, and do not depend on unit or level",
    (_, rules) => {
      for (let seed = 1; seed <= 12; seed++) {
        const y = walk(400, seed);
        const turns = findTurningPoints(y, rules);
        expect(turns.length).toBeGreaterThan(0);
        turns.slice(1).forEach((turn, i) => {
          expect(turn.kind).not.toBe(turns[i]!.kind);
          expect(turn.at - turns[i]!.at).toBeGreaterThanOrEqual(rules.minPhase);
        });
        for (const kind of ["peak", "trough"] as const) {
          const dated = at(turns, kind);
          // BCDating's rules leave the last pair free.
          const asked = rules.lastCycle ? dated.length : dated.length - 1;
          for (let i = 1; i < asked; i++)
            expect(dated[i]! - dated[i - 1]!).toBeGreaterThanOrEqual(rules.minCycle);
        }
        expect(
          findTurningPoints(
            y.map((v) => 900 + 0.125 * v),
            rules,
          ),
        ).toEqual(turns);
        expect(findTurningPoints(y, rules)).toEqual(turns);
      }
    },
  );
  it("of a series turned upside down are the same with the names exchanged", () => {
    const y = cycles(300, 4, 1);
    const down = findTurningPoints(
      y.map((v) => -v),
      { ...MONTHLY, window: [5, 5] },
    );
    const up = findTurningPoints(y, MONTHLY);
    expect(at(down, "peak")).toEqual(at(up, "trough"));
    expect(at(down, "trough")).toEqual(at(up, "peak"));
  });
  it("refuse a gap, a series too short, and rules that are none", () => {
    expect(() => findTurningPoints([1, 2, 3])).toThrow(/at least 5 figures; found 3/);
    expect(() => findTurningPoints(cycles(60, 1, 0).fill(Number.NaN, 30, 31))).toThrow(/position 31 of 60/);
    expect(() => findTurningPoints(cycles(60, 1, 0), { ...QUARTERLY, window: [0, 2] })).toThrow(AppError);
  });
});

describe("Bry and Boschan's months", () => {
  it("finds the turns of a noisy cycle within two months of the truth, and an outlier moves none", () => {
    const quiet = at(findTurningPoints(cycles(360, 1, 0), MONTHLY), "peak");
    const noisy = cycles(360, 11, 0.4);
    noisy[100] = noisy[100]! + 12;
    const { turns, outliers, span } = bryBoschan(noisy);
    expect(outliers).toContain(100);
    expect(span).toBeGreaterThanOrEqual(3);
    const found = at(turns, "peak");
    expect(found).toHaveLength(quiet.length);
    found.forEach((t, i) => {
      expect(Math.abs(t - quiet[i]!)).toBeLessThanOrEqual(5);
    });
  });
  it("alternates and does not depend on unit or level", () => {
    for (let seed = 1; seed <= 8; seed++) {
      const y = walk(400, seed);
      const { turns } = bryBoschan(y);
      turns.slice(1).forEach((turn, i) => {
        expect(turn.kind).not.toBe(turns[i]!.kind);
      });
      expect(bryBoschan(y.map((v) => 16 + 4 * v)).turns).toEqual(turns);
    }
  });
  it("changes its mind about the last months only when a month is added", () => {
    for (let seed = 1; seed <= 6; seed++) {
      const y = cycles(420, seed, 0.5);
      for (let n = 240; n < 419; n += 7) {
        const settled = (turns: readonly TurningPoint[]): TurningPoint[] =>
          turns.filter((turn) => turn.at < n - 15);
        expect(settled(findTurningPoints(y.subarray(0, n + 1), MONTHLY))).toEqual(
          settled(findTurningPoints(y.subarray(0, n), MONTHLY)),
        );
      }
    }
  });
  it("stands on a curve that is true to cubics, and on the span at which the cycle rules", () => {
    const cubic = Float64Array.from({ length: 60 }, (_, t) => (t - 30) ** 3 / 100 + t);
    const curve = spencerCurve(cubic);
    for (let t = 7; t < 53; t++) expect(curve[t]).toBeCloseTo(cubic[t]!, 9);
    expect(monthsForCyclicalDominance(cycles(240, 2, 0))).toBe(1);
    const rough = monthsForCyclicalDominance(cycles(240, 2, 1));
    expect(rough).toBeGreaterThan(1);
    expect(monthsForCyclicalDominance(cycles(240, 2, 3))).toBeGreaterThan(rough);
  });
});

describe("phases", () => {
  const y = quarters(1, 2, 3, 4, 5, 4, 3, 2, 3, 4, 5, 6, 7);
  const turns = findTurningPoints(y);
  it("cover every period and give the turns back", () => {
    const states = phaseStates(turns, y.length);
    expect([...states]).toEqual([1, 1, 1, 1, 1, -1, -1, -1, 1, 1, 1, 1, 1]);
    expect(turnsOfStates(states)).toEqual(turns);
    expect([...phaseStates([], 3)]).toEqual([0, 0, 0]);
  });
  it("have the amplitude, cumulation and shape of the worked example", () => {
    // 5 → 4 → 3 → 2: D = 3, A = −3, C = (−1 −2 −3) + 1.5 = −4.5 = ½DA: a straight line has no excess.
    expect(phaseTable(y, turns)).toEqual([
      { kind: "contraction", from: 4, to: 7, duration: 3, amplitude: -3, cumulation: -4.5, excess: 0 },
    ]);
    // A fall that comes at once lies below the line: excess 0.5·3·(−3) − (−9 + 1.5) = 3 over three quarters.
    const sudden = quarters(1, 2, 3, 4, 5, 2, 2, 2, 3, 4, 5, 6, 7);
    expect(phaseTable(sudden, turns)[0]!.excess).toBeCloseTo(1, 12);
  });
});

describe("concordance", () => {
  it("of a cycle with itself is 1, with its opposite 0", () => {
    const s = [1, 1, -1, -1, 1, 0];
    expect(concordance(s, s)).toMatchObject({ concordance: 1, correlation: 1 });
    expect(concordance([1, 0, 1, 0], [0, 1, 0, 1])).toMatchObject({ concordance: 0, correlation: -1 });
    expect(concordance([1, 1], [1, 1]).correlation).toBeNull();
    expect(() => concordance([1], [1, 0])).toThrow(/1 and 2/);
  });
});

describe("provisional turns", () => {
  const y = cycles(420, 5, 0.8);
  const odds = survivalOdds(y, (s) => findTurningPoints(s, MONTHLY), { first: 120, oldest: 24 });
  it("carry odds that grow with their age and say what they rest on", () => {
    const young = odds.byAge.filter((a) => a.age >= 6 && a.age <= 9 && a.share !== null);
    const old = odds.byAge.filter((a) => a.age >= 20 && a.share !== null);
    const mean = (list: typeof young): number => list.reduce((s, a) => s + a.share!, 0) / list.length;
    expect(mean(old)).toBeGreaterThanOrEqual(mean(young));
    expect(mean(old)).toBeGreaterThan(0.9);
    expect(odds.byAge[3]).toEqual({ age: 3, n: 0, share: null }); // nothing is dated in the last six months
    for (const turn of odds.provisional) expect(turn.age).toBe(419 - turn.at);
  });
  it("can be read off vintages: one that vanished and one that stood make a half", () => {
    const peak = (t: number): TurningPoint => ({ at: t, kind: "peak" });
    const { byAge } = survivalOfVintages(
      [
        { length: 20, turns: [peak(10)] },
        { length: 50, turns: [peak(40)] },
        { length: 100, turns: [peak(12)] },
      ],
      { oldest: 24 },
    );
    expect(byAge[9]).toEqual({ age: 9, n: 2, share: 0.5 });
    expect(() => survivalOfVintages([], {})).toThrow(/two datings/);
  });
});

describe("the business cycle clock", () => {
  it("runs α A β D where growth slows without a recession", () => {
    const y = Float64Array.from({ length: 480 }, (_, t) => 0.5 * t + 2 * Math.sin((2 * Math.PI * t) / 60));
    const { events, classical } = businessCycleClock(y, 12);
    expect(classical).toEqual([]);
    const letters = events.filter((e) => e.at > 120 && e.at < 360).map((e) => e.letter);
    expect(letters.join("")).toMatch(/(αAβD){3}/);
  });
  it("runs α A B β C D where the level falls", () => {
    const y = Float64Array.from({ length: 480 }, (_, t) => 0.1 * t + 5 * Math.sin((2 * Math.PI * t) / 60));
    const letters = businessCycleClock(y, 12)
      .events.filter((e) => e.at > 120 && e.at < 360)
      .map((e) => e.letter);
    expect(letters.join("")).toMatch(/(αABβDC|αABβCD){3}/);
  });
  it("puts turns of one date in its own order", () => {
    const turn: TurningPoint = { at: 5, kind: "peak" };
    const events = clockEvents({ classical: [turn], growth: [turn], growthRate: [turn] });
    expect(events.map((e) => e.letter).join("")).toBe("αAB");
  });
});

describe("matched turns", () => {
  const turn = (t: number, kind: TurningPoint["kind"]): TurningPoint => ({ at: t, kind });
  it("give the lead, its spread, and what was missed or extra", () => {
    const reference = [turn(20, "peak"), turn(40, "trough"), turn(60, "peak"), turn(90, "trough")];
    const candidate = [
      turn(16, "peak"),
      turn(34, "trough"),
      turn(48, "peak"),
      turn(52, "trough"),
      turn(55, "peak"),
    ];
    const found = matchTurns(candidate, reference);
    expect(found.matched.map((m) => m.lead)).toEqual([4, 6, 5]);
    expect(found.missed).toEqual([turn(90, "trough")]);
    expect(found.extra).toEqual([turn(48, "peak"), turn(52, "trough")]);
    expect(found).toMatchObject({ meanLead: 5, medianLead: 5, leadDeviation: 1 });
    expect(matchTurns([], [])).toMatchObject({ meanLead: null, leadDeviation: null });
  });
});
