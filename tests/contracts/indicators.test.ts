import { describe, expect, it } from "vitest";
import { releaseDate } from "../../models/calendar/releaseDate.ts";
import type { Indicator, Words } from "../../models/indicators/indicator.ts";
import {
  GRADES,
  MEASURES,
  ORIENTATIONS,
  SHARING,
  SOURCE_CLASSES,
  SUBJECT_DATABASES,
  THEMES,
  UNITS,
} from "../../models/indicators/indicator.ts";
import { AGENCIES, INDICATORS, indicatorById } from "../../models/indicators/registry.ts";
import { FREQUENCIES } from "../../models/series/frequency.ts";
import { periodOfSlot, slotOf } from "../../models/series/period.ts";

const HAN = /\p{Script=Han}/u;
const GROWTH = ["yoy", "ytd-yoy", "mom", "mom-sa"];
const agencies = AGENCIES.map((a) => a.id);
const known = (list: readonly string[], word: string): boolean => list.includes(word);

/** The indicators that break a promise, by id: the list a reader wants to be empty. */
const breaking = (keeps: (i: Indicator) => boolean): string[] =>
  INDICATORS.filter((i) => !keeps(i)).map((i) => i.id);

const bilingual = (words: Words): boolean =>
  words.zh.length > 1 && words.en.length > 1 && !HAN.test(words.en);

describe("every indicator of the catalogue", () => {
  it.each([
    ["an id", (i: Indicator) => i.id],
    ["a Chinese name", (i: Indicator) => i.name.zh],
    ["an English name", (i: Indicator) => i.name.en],
    ["a Chinese definition", (i: Indicator) => i.definition.zh],
    ["an English definition", (i: Indicator) => i.definition.en],
  ])("has %s of its own", (_, of) => {
    const times = new Map<string, number>();
    for (const i of INDICATORS) times.set(of(i), (times.get(of(i)) ?? 0) + 1);
    expect(breaking((i) => times.get(of(i)) === 1)).toEqual([]);
  });

  it("has an id of the form concept.transform", () => {
    expect(breaking((i) => /^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+(-[a-z0-9]+)*)+$/.test(i.id))).toEqual([]);
  });

  it("is named in Chinese and in English, its notes too", () => {
    const texts = (i: Indicator): Words[] => [
      i.name,
      i.short,
      i.definition,
      i.sourceTable,
      i.update.text,
      ...(i.notes ?? []).map((n) => n.text),
    ];
    expect(breaking((i) => texts(i).every(bilingual))).toEqual([]);
  });

  it("is defined in whole sentences", () => {
    expect(breaking((i) => HAN.test(i.definition.zh) && i.definition.zh.endsWith("。"))).toEqual([]);
    expect(breaking((i) => i.definition.en.length > 20 && i.definition.en.endsWith("."))).toEqual([]);
  });

  it("carries every field of its passport in the agreed words", () => {
    const keeps = (i: Indicator): boolean =>
      known(UNITS, i.unit) &&
      known(FREQUENCIES, i.frequency) &&
      known(MEASURES, i.measure) &&
      known(SOURCE_CLASSES, i.sourceClass) &&
      known(SUBJECT_DATABASES, i.subject) &&
      known(GRADES, i.grade) &&
      known(SHARING, i.sharing) &&
      known(ORIENTATIONS, i.orientation) &&
      known(agencies, i.agency) &&
      i.themes.length > 0 &&
      i.themes.every((t) => known(THEMES, t)) &&
      i.licence !== "" &&
      Number.isInteger(i.decimals) &&
      i.decimals >= 0 &&
      /^\d\d:\d\d$/.test(i.update.time);
    expect(breaking(keeps)).toEqual([]);
  });

  it("runs from January exactly when its measure is a running total or its growth", () => {
    expect(
      breaking((i) => (i.basis === "year-to-date") === (i.measure === "ytd" || i.measure === "ytd-yoy")),
    ).toEqual([]);
  });

  it("gives growth in percent, in a range that holds zero growth", () => {
    expect(
      breaking(
        (i) => !GROWTH.includes(i.measure) || (i.unit === "percent" && i.range[0] < 0 && i.range[1] > 0),
      ),
    ).toEqual([]);
  });

  it("has a range the gate can use", () => expect(breaking((i) => i.range[0] < i.range[1])).toEqual([]));

  it("is the growth of a level that exists, of the same frequency and basis", () => {
    const keeps = (i: Indicator): boolean => {
      if (i.growthOf === undefined) return i.growthTolerance === undefined;
      const level = indicatorById(i.growthOf);
      return (
        level !== null &&
        level.frequency === i.frequency &&
        level.basis === i.basis &&
        known(["level", "flow", "ytd"], level.measure)
      );
    };
    expect(breaking(keeps)).toEqual([]);
  });

  it("is a part of a whole that exists, in the same unit, frequency and basis", () => {
    const keeps = (i: Indicator): boolean => {
      if (i.partOf === undefined) return true;
      const whole = indicatorById(i.partOf);
      return (
        whole !== null &&
        whole.id !== i.id &&
        whole.frequency === i.frequency &&
        whole.basis === i.basis &&
        whole.unit === i.unit
      );
    };
    expect(breaking(keeps)).toEqual([]);
  });

  it("comes out by its rule when its period is over", () => {
    const keeps = (i: Indicator): boolean => {
      const period = periodOfSlot(slotOf("2024-12-31", i.frequency), i.frequency, i.basis);
      return releaseDate(i.update, period) >= "2024-12-31";
    };
    expect(breaking(keeps)).toEqual([]);
  });
});
