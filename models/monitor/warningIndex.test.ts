import { describe, expect, it } from "vitest";
import { asOf } from "../series/asOf.ts";
import type { Observation } from "../series/observation.ts";
import { type Series, seriesOf } from "../series/series.ts";
import { testSeries } from "../series/testSeries.ts";
import type { BoundsRow, Light } from "./lights.ts";
import type { Preset } from "./preset.ts";
import { PRESETS, presetById } from "./presets.ts";
import { contributions, headlineMonth, monthsInZone, nearestMembers, zoneDistance } from "./readIndex.ts";
import { warningIndex } from "./warningIndex.ts";

/** Bounds 10, 20, 30, 40 for every member: a figure of 5, 15, 25, 35, 45 shows light 1 to 5. */
const plainBounds = (preset: Preset): BoundsRow[] =>
  preset.members.map((m) => ({
    preset: preset.id,
    indicator: m.indicator,
    bounds: [10, 20, 30, 40],
    methodZh: "示例",
    methodEn: "example",
    validFrom: "2000-01-01",
    approvedBy: "test",
  }));
const figureOf = (light: Light): number => 10 * light - 5;

/** The preset with every figure taken as published, so that a test sets lights directly. */
const direct = (preset: Preset): Preset => ({
  ...preset,
  members: preset.members.map((m) => ({ ...m, prepare: "none", orientation: "higher-is-better" })),
});

function withLights(
  preset: Preset,
  months: readonly (readonly (Light | null)[])[],
  start = "2021-09",
): Map<string, Series> {
  return new Map(
    preset.members.map((m, i) => [
      m.indicator,
      testSeries(
        start,
        months.map((lights) => (lights[i] == null ? null : figureOf(lights[i]))),
      ),
    ]),
  );
}
const all = (light: Light): Light[] => Array.from({ length: 10 }, () => light);
const SIC = direct(presetById("sic-10"));
const NBS = direct(presetById("nbs-10"));

describe("the information centre's table of October 2021", () => {
  it("seven blue, one green, one light blue, one red make 17, the published score, in the blue zone", () => {
    const lights: Light[] = [1, 1, 1, 1, 3, 1, 1, 1, 2, 5];
    const index = warningIndex(
      SIC,
      withLights(SIC, [lights], "2021-10"),
      plainBounds(SIC),
      "2021-11-20",
      "2021-10",
    );
    expect(index.months.at(-1)).toMatchObject({
      period: "2021-10",
      value: 17,
      light: 1,
      arrived: 10,
      min: 17,
      max: 17,
    });
    expect(zoneDistance(index, 0)).toEqual({ toUp: 1, toDown: null });
  });

  it("does not depend on the order of the members", () => {
    const lights: Light[] = [1, 2, 3, 4, 5, 1, 2, 3, 4, 5];
    const turned = [...lights.slice(3), ...lights.slice(0, 3)];
    const of = (l: Light[]) =>
      warningIndex(SIC, withLights(SIC, [l]), plainBounds(SIC), "2021-10-20", "2021-09").months[0]!.value;
    expect(of(turned)).toBe(of(lights));
  });
});

describe("the statistics bureau's index", () => {
  it("is 100 with all members green", () => {
    const index = warningIndex(NBS, withLights(NBS, [all(3)]), plainBounds(NBS), "2021-10-20", "2021-09");
    expect(index.months[0]).toMatchObject({ value: 100, light: 3 });
  });

  it("moves by 3.33 when a member of 10 % changes by one light, and the change is laid at its door", () => {
    const cpi = NBS.members.findIndex((m) => m.indicator === "cpi.yoy");
    const warmer = all(3).map((l, i): Light => (i === cpi ? 4 : l));
    const index = warningIndex(
      NBS,
      withLights(NBS, [all(3), warmer]),
      plainBounds(NBS),
      "2021-11-20",
      "2021-09",
    );
    expect(index.months[1]!.value! - index.months[0]!.value!).toBeCloseTo(10 / 3, 8);
    const changes = contributions(index, 1);
    expect(changes[cpi]).toMatchObject({ light: 4, change: expect.closeTo(10 / 3, 8) });
    expect(changes.filter((c) => c.change !== 0)).toHaveLength(1);
    expect(changes.reduce((s, c) => s + c.points!, 0)).toBeCloseTo(index.months[1]!.value!, 8);
  });

  it("has weights in steps of 2 % that sum to one", () => {
    const weights = NBS.members.map((m) => m.weight);
    expect(weights.reduce((s, w) => s + w, 0)).toBeCloseTo(1, 12);
    expect(weights.every((w) => Math.abs(w * 50 - Math.round(w * 50)) < 1e-9)).toBe(true);
    expect(new Set(weights).size).toBeGreaterThan(1);
  });
});

describe("months with missing members", () => {
  const partly: (Light | null)[] = [4, 4, 4, 4, 4, 4, 4, 4, null, null];

  it("carry the last light, hollow, and give the index as an interval", () => {
    const index = warningIndex(
      SIC,
      withLights(SIC, [all(3), partly]),
      plainBounds(SIC),
      "2021-11-20",
      "2021-09",
    );
    expect(index.months[1]).toMatchObject({ arrived: 8, value: 38, min: 34, max: 42, light: 4 });
    expect(index.members[9]!.states[1]).toMatchObject({
      light: 3,
      carried: true,
      covered: false,
      value: null,
    });
  });

  it("let a light go out after three months without a figure, and the index with it", () => {
    const gone = all(3).map((l, i) => (i === 9 ? null : l));
    const index = warningIndex(
      SIC,
      withLights(SIC, [all(3), gone, gone, gone, gone]),
      plainBounds(SIC),
      "2022-03-01",
      "2021-09",
    );
    expect(index.months.map((m) => m.value)).toEqual([30, 30, 30, 30, null]);
    expect(index.months[4]).toMatchObject({ min: 28, max: 32, arrived: 9 });
    expect(headlineMonth(index)).toBe(3);
  });

  it("speak of the newest month most members have reached", () => {
    const few: (Light | null)[] = [4, 4, 4, ...Array.from({ length: 7 }, () => null)];
    const index = warningIndex(
      SIC,
      withLights(SIC, [all(3), partly, few]),
      plainBounds(SIC),
      "2021-12-20",
      "2021-09",
    );
    expect(headlineMonth(index)).toBe(1);
  });
});

it("February's combined figure lights January too, carried and certain; before its release January shows December's", () => {
  const month = (period: string, value: number, vintage: string): Observation => ({
    indicator: SIC.members[0]!.indicator,
    region: "CHN",
    period,
    value,
    status: "normal",
    reason: null,
    vintage,
    vintageBasis: "document",
  });
  const history = [month("2021-12", 25, "2022-01-17"), month("2022-01/P2M", 45, "2022-03-15")].map((o) => ({
    ...o,
    load: 1,
    loadedAt: "",
  }));
  const on = (day: string) => {
    const lights = withLights(SIC, [all(3), all(3), all(3)], "2021-12");
    const head = {
      indicator: SIC.members[0]!.indicator,
      region: "CHN",
      frequency: "M",
      basis: "period",
      unit: "percent",
    } as const;
    lights.set(head.indicator, seriesOf(head, asOf(history, day)));
    return warningIndex(SIC, lights, plainBounds(SIC), day, "2021-12").members[0]!.states;
  };
  expect(on("2022-02-20").map((s) => [s.light, s.carried, s.covered])).toEqual([
    [3, false, false],
    [3, true, false],
  ]);
  expect(on("2022-03-20").map((s) => [s.light, s.carried, s.covered])).toEqual([
    [3, false, false],
    [5, true, true],
    [5, false, false],
  ]);
});

it("counts the months in the present zone", () => {
  const index = warningIndex(
    SIC,
    withLights(SIC, [all(3), all(4), all(4), all(4)]),
    plainBounds(SIC),
    "2022-01-20",
    "2021-09",
  );
  expect([monthsInZone(index, 3), monthsInZone(index, 0)]).toEqual([3, 1]);
});

it("names the member nearest to another light first", () => {
  const series = withLights(SIC, [all(3)]);
  const near = SIC.members[4]!;
  series.set(near.indicator, testSeries("2021-09", [29.7]));
  const [first] = nearestMembers(
    warningIndex(SIC, series, plainBounds(SIC), "2021-10-20", "2021-09"),
    0,
    plainBounds(SIC),
  );
  expect(first).toMatchObject({
    member: { indicator: near.indicator },
    step: 1,
    towards: 4,
    distance: expect.closeTo(0.3, 9),
  });
});

it("never falls when a member's light rises", () => {
  const value = (lights: Light[]) =>
    warningIndex(NBS, withLights(NBS, [lights]), plainBounds(NBS), "2021-10-20", "2021-09").months[0]!.value!;
  NBS.members.forEach((_, i) => {
    const path = ([1, 2, 3, 4, 5] as const).map((l) => value(all(3).map((x, k): Light => (k === i ? l : x))));
    expect(path.every((v, k) => k === 0 || v > path[k - 1]!)).toBe(true);
  });
});

describe.each(PRESETS)("$id", (preset) => {
  it("has ten members, weights of one, and says in both languages what stands in for what", () => {
    expect(preset.members).toHaveLength(10);
    expect(preset.members.reduce((s, m) => s + m.weight, 0)).toBeCloseTo(1, 12);
    for (const m of preset.members) {
      expect(m.name.zh && m.name.en && m.short.zh && m.short.en).toBeTruthy();
      expect(m.substitutes === null || (m.substitutes.zh.length > 5 && m.substitutes.en.length > 5)).toBe(
        true,
      );
    }
  });
  it("spans its range from all blue to all red", () => {
    const of = (light: Light) =>
      warningIndex(
        direct(preset),
        withLights(preset, [all(light)]),
        plainBounds(preset),
        "2021-10-20",
        "2021-09",
      ).months[0]!;
    expect([of(1).value, of(5).value]).toEqual(preset.range.map((v) => expect.closeTo(v, 8)));
    expect([of(1).light, of(3).light, of(5).light]).toEqual([1, 3, 5]);
  });
});
