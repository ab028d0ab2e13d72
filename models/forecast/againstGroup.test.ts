import { describe, expect, it } from "vitest";
import { dieboldMariano } from "../evaluation/dieboldMariano.ts";
import { againstGroup } from "./againstGroup.ts";
import type { PointGroup } from "./pointGroup.ts";

const month = (i: number): string => `${2018 + Math.floor(i / 12)}-${String((i % 12) + 1).padStart(2, "0")}`;

/** A model that errs by what it is given; the last actual is not out yet. */
function group(errors: readonly number[], first = 0, horizon = 1): PointGroup {
  const origins = errors.map((_, i) => month(first + i));
  const actual = errors.map((_, i) => (i === errors.length - 1 ? Number.NaN : 2 + Math.sin(first + i)));
  const flat = (v: number): number[] => errors.map(() => v);
  return {
    model: "ets",
    modelVersion: "1",
    indicator: "cpi.yoy",
    region: "CHN",
    horizon,
    origins,
    originDays: origins.map((m) => `${m}-28`),
    originBases: origins.map(() => "release-record"),
    targets: origins,
    predicted: errors.map((e, i) => (Number.isNaN(actual[i]!) ? 2 : actual[i]!) + e),
    lower80: flat(1),
    upper80: flat(3),
    lower95: flat(0),
    upper95: flat(4),
    actual,
    actualDays: origins.map((m, i) => (Number.isNaN(actual[i]!) ? null : `${m}-28`)),
    plainNaive: flat(2),
    seasonalNaive: flat(2),
    scale: flat(1),
  };
}

const small = Array.from({ length: 30 }, (_, i) => 0.1 * Math.cos(3 * i));
const large = Array.from({ length: 30 }, (_, i) => 0.3 * Math.sin(7 * i) + 0.05);

describe("a model beside another", () => {
  it("is judged on the origins that both have and whose figure is known", () => {
    // The second starts four months later: 26 common origins, the last without a figure.
    const told = againstGroup(group(small), group(large.slice(0, 26), 4))!;
    expect(told.origins).toBe(25);
    const squares = (errors: readonly number[]): number => errors.reduce((s, e) => s + e * e, 0);
    const [mine, theirs] = [small.slice(4, 29), large.slice(0, 25)];
    expect(told.ratio).toBeCloseTo(Math.sqrt(squares(mine) / squares(theirs)), 10);
    expect(told.p).toBeCloseTo(dieboldMariano(mine, theirs, { horizon: 1, alternative: "less" }).pValue, 6);
    expect(told.ratio).toBeLessThan(1);
    expect(told.p).toBeLessThan(0.05);
  });
  it("turned round, errs as many times more, and with the other chance", () => {
    const [a, b] = [againstGroup(group(small), group(large))!, againstGroup(group(large), group(small))!];
    expect(a.ratio * b.ratio).toBeCloseTo(1, 12);
    expect(a.p! + b.p!).toBeCloseTo(1, 9);
  });
  it("has no chance beside itself, where there is nothing to test", () =>
    expect(againstGroup(group(small), group(small))).toEqual({ origins: 29, ratio: 1, p: null }));
  it("has none in fewer pairs than the horizon asks for", () =>
    expect(againstGroup(group(small.slice(0, 6), 0, 12), group(large.slice(0, 6), 0, 12))!.p).toBeNull());
  it("is not judged without a common origin, or beside one that never errs", () => {
    expect(againstGroup(group(small), group(large, 60))).toBeNull();
    expect(againstGroup(group(small), group(small.map(() => 0)))).toBeNull();
  });
});
