import { describe, expect, it } from "vitest";
import { randomSource } from "../../statistics/random/generator.ts";
import { auroc } from "./auroc.ts";
import { composite, isAlarm, probabilityOf } from "./composite.ts";
import { confusion, noiseToSignal, precision, usefulness, weighedNoise } from "./confusion.ts";
import { cutoff } from "./cutoff.ts";
import { klr, klrSignals } from "./klr.ts";
import { permutationP } from "./permutation.ts";
import { onsetsOf, preEvent } from "./preEvent.ts";
import { probabilityScore } from "./probabilityScore.ts";
import { signalRecord } from "./signalRecord.ts";

const OPTIONS = {
  tail: "upper",
  grid: [0.1, 0.2, 0.3],
  theta: 0.5,
  threshold: "own-history",
  warmUp: 20,
} as const;

/** 240 months; the score is high in the year before each of four events and noise otherwise. */
function telling(strength: number, seed = 3) {
  const random = randomSource(seed);
  const onsets = [60, 110, 160, 210];
  const events = preEvent(240, onsets, 12);
  const values = events.map((e) => random.normal() + (e ? strength : 0));
  return { onsets, events, values };
}

describe("signals against events", () => {
  it("counted by hand", () => {
    const c = confusion([true, true, false, false, null], [true, false, true, false, true]);
    expect(c).toEqual({ hits: 1, falseAlarms: 1, missed: 1, quiet: 1 });
    expect(noiseToSignal(c)).toBe(1);
    expect(precision(c)).toBe(0.5);
    expect(usefulness(c, 0.5)).toEqual({ loss: 0.5, usefulness: 0, relative: 0 });
    expect(usefulness({ hits: 3, falseAlarms: 0, missed: 0, quiet: 9 }, 0.3)!.relative).toBe(1);
  });

  it("marks the window before an onset, not the onset, and leaves what follows out", () => {
    expect(preEvent(6, [3], 2)).toEqual([false, true, true, false, false, false]);
    expect(preEvent(6, [3], 2, 2)).toEqual([false, true, true, null, null, false]);
    expect(onsetsOf([true, true, false, true])).toEqual([0, 3]);
    expect(() => preEvent(6, [6], 2)).toThrow(/period 6 of a series of 6/);
  });
});

describe("signals approach", () => {
  it("finds the indicator that tells and none in noise", () => {
    const good = telling(2.5);
    const found = klr(good.values, good.events, OPTIONS);
    expect(found.byNoiseToSignal!.noiseToSignal).toBeLessThan(0.35);
    expect(found.byUsefulness!.relativeUsefulness).toBeGreaterThan(0.3);
    const noise = telling(0);
    expect(klr(noise.values, noise.events, OPTIONS).byUsefulness!.relativeUsefulness).toBeLessThan(0.25);
  });

  it("an own-history threshold does not know the future", () => {
    const { values } = telling(1);
    const whole = klrSignals(values, 0.1, OPTIONS).signals;
    const cut = klrSignals(values.slice(0, 150), 0.1, OPTIONS).signals;
    expect(whole.slice(0, 150)).toEqual(cut);
    const full = { ...OPTIONS, threshold: "full-sample" } as const;
    expect(klrSignals(values, 0.1, full).signals.slice(0, 150)).not.toEqual(
      klrSignals(values.slice(0, 150), 0.1, full).signals,
    );
  });

  it("a wider tail signals wherever a narrower one does", () => {
    const { values } = telling(1);
    const narrow = klrSignals(values, 0.1, OPTIONS).signals;
    const wide = klrSignals(values, 0.3, OPTIONS).signals;
    expect(narrow.filter(Boolean).length).toBeGreaterThan(0);
    expect(narrow.flatMap((s, t) => (s && wide[t] !== true ? [t] : []))).toEqual([]);
  });

  it("the lower tail of −x signals where the upper tail of x does", () => {
    const { values } = telling(1);
    const turned = klrSignals(
      values.map((v) => -v),
      0.2,
      { ...OPTIONS, tail: "lower" },
    );
    expect(turned.signals).toEqual(klrSignals(values, 0.2, OPTIONS).signals);
  });

  it("refuses a sample without events, and too short a history", () => {
    expect(() => klr([1, 2], [false, false], OPTIONS)).toThrow(/no event/);
    expect(() => klrSignals([1, 2, null], 0.1, OPTIONS)).toThrow(/2 figures; 20 are needed/);
  });

  it("tells event by event what a signal was good for", () => {
    const signals = Array.from({ length: 36 }, (_, t) => t === 3 || (t >= 15 && t < 20));
    expect(signalRecord(signals, [20], 8, 12)).toEqual({
      caught: 1,
      events: 1,
      lead: 5,
      persistence: 5 / 8 / (1 / 28),
      falseAlarmsPerYear: 1 / 3,
    });
  });
});

describe("scores of a warning", () => {
  const how = { level: 90, draws: 300, blockLength: 12, seed: 1 };

  it("AUROC: 1 in perfect order, 0 in perfect disorder, ½ where all tie", () => {
    const events = [false, false, true, true];
    const perfect = auroc([1, 2, 3, 4], events, { ...how, blockLength: 1 });
    expect(perfect.auroc).toBe(1);
    expect(auroc([4, 3, 2, 1], events, how).auroc).toBe(0);
    expect(auroc([5, 5, 5, 5], events, how).auroc).toBe(0.5);
  });

  it("AUROC is the share of pairs in order, and its interval holds it", () => {
    const { values, events } = telling(1);
    const a = auroc(values, events, how);
    let inOrder = 0;
    let pairs = 0;
    values.forEach((v, i) => {
      if (events[i])
        values.forEach((w, j) => {
          if (!events[j]) {
            pairs++;
            if (v > w) inOrder++;
          }
        });
    });
    expect(a.auroc).toBeCloseTo(inOrder / pairs, 12);
    expect(a.low).toBeLessThan(a.auroc);
    expect(a.high).toBeGreaterThan(a.auroc);
    expect(auroc(values, events, how)).toEqual(a);
    expect(() => auroc([1, 2], [false, false], how)).toThrow(/0 of 2/);
  });

  it("a permutation test sees a telling signal and no more in noise than chance", () => {
    const p = (strength: number, seed: number) => {
      const { values, events } = telling(strength, seed);
      return permutationP(events, (e) => auroc(values, e, { ...how, draws: 0 }).auroc, {
        draws: 199,
        seed: 2,
      });
    };
    expect(p(1.5, 3)).toBeLessThan(0.05);
    const noise = [11, 12, 13, 14, 15, 16].map((seed) => p(0, seed));
    expect(noise.filter((v) => v < 0.05).length).toBeLessThanOrEqual(2);
  });

  it("probability scores: 0 for certainty that comes true, 2 for certainty that does not", () => {
    expect(probabilityScore([1, 0], [true, false]).qps).toBe(0);
    expect(probabilityScore([0, 1], [true, false]).qps).toBe(2);
    expect(probabilityScore([0.5, 0.5], [true, false]).skill).toBeCloseTo(0, 12);
    expect(() => probabilityScore([1.5], [true])).toThrow(/1\.5/);
  });

  it("the cut-off that balances lies between the two kinds of period", () => {
    const p = [0.1, 0.2, 0.3, 0.7, 0.8, 0.9];
    const events = [false, false, false, true, true, true];
    for (const criterion of ["noise-to-signal", "accuracy", "balance"] as const) {
      const c = cutoff(p, events, criterion, 0.01);
      expect(c).toBeGreaterThan(0.3);
      expect(c).toBeLessThanOrEqual(0.9);
    }
    expect(() =>
      cutoff(
        p,
        p.map(() => true),
        "balance",
        0.01,
      ),
    ).toThrow(/6 of 6/);
  });
});

describe("composite", () => {
  const members = [
    { id: "good", signals: [true, false, null, true], noiseToSignal: 0.25 },
    { id: "fair", signals: [false, true, null, null], noiseToSignal: 0.5 },
    { id: "noise", signals: [true, true, true, true], noiseToSignal: 1.2 },
  ];

  it("weighs by the inverse of the noise over the members known", () => {
    const c = composite(members);
    expect(c.index).toEqual([4 / 6, 2 / 6, null, 1]);
    expect(c.leftOut).toEqual([{ id: "noise", noiseToSignal: 1.2 }]);
    const first = c.contributions.reduce((s, m) => s + (m.points[0] ?? 0), 0);
    expect(first).toBeCloseTo(c.index[0]!, 14);
    expect(() => composite([members[2]!])).toThrow(/none says anything/);
  });

  it("a signal that never cried wolf counts most, by half a false alarm in its calm months: 32 against 3.2", () => {
    const flawless = { hits: 4, falseAlarms: 0, missed: 1, quiet: 20 };
    const usual = { hits: 4, falseAlarms: 5, missed: 1, quiet: 15 };
    expect(noiseToSignal(flawless)).toBe(0);
    // (½/20)/(4/5) and (5/20)/(4/5).
    expect([weighedNoise(flawless), weighedNoise(usual)]).toEqual([0.03125, 0.3125]);
    const c = composite([
      { id: "flawless", signals: [true, false], noiseToSignal: weighedNoise(flawless)! },
      { id: "usual", signals: [false, true], noiseToSignal: weighedNoise(usual)! },
    ]);
    expect(c.index[0]!).toBeCloseTo(32 / 35.2, 14);
    expect(c.index[1]!).toBeCloseTo(3.2 / 35.2, 14);
    expect(c.leftOut).toEqual([]);
  });

  it("twice the calm months without a false alarm are twice the weight; no hit and no calm month are no weight", () => {
    const noiseAfter = (quiet: number) => weighedNoise({ hits: 2, falseAlarms: 0, missed: 0, quiet });
    expect(noiseAfter(40)).toBe(noiseAfter(20)! / 2);
    expect(noiseAfter(0)).toBeNull();
    expect(weighedNoise({ hits: 0, falseAlarms: 0, missed: 3, quiet: 9 })).toBeNull();
  });

  it("refuses a noise that has no inverse instead of leaving the signal out", () => {
    for (const noise of [0, Number.NaN, -0.2])
      expect(() => composite([{ ...members[0]!, noiseToSignal: noise }, members[1]!])).toThrow(/good has/);
  });

  it("gives a probability with its band, and an alarm only where the whole band is high", () => {
    const random = randomSource(4);
    const history = Array.from({ length: 200 }, () => {
      const index = random.uniform();
      return { index, event: random.uniform() < index };
    });
    const how = { near: 40, level: 80, draws: 200, blockLength: 6, seed: 1 };
    const low = probabilityOf(0.1, history, how);
    const high = probabilityOf(0.9, history, how);
    expect(high.probability).toBeGreaterThan(0.7);
    expect(low.probability).toBeLessThan(0.3);
    for (const b of [low, high]) {
      expect(b.low).toBeLessThanOrEqual(b.probability);
      expect(b.high).toBeGreaterThanOrEqual(b.probability);
    }
    expect(isAlarm(high, 0.5)).toBe(true);
    expect(isAlarm(low, 0.5)).toBe(false);
    expect(() => probabilityOf(0.1, history.slice(0, 9), how)).toThrow(/9 periods/);
  });
});
