import type { IsoDate } from "../series/date.ts";
import type { Words } from "./indicator.ts";

/** A goal of the year as the Government Work Report set it. `value: null`: the report set none. */
export interface AnnualTarget {
  year: number;
  value: number | null;
  /** The day the report was read to the National People's Congress: nobody knew it before. */
  announced: IsoDate;
}

export type TargetKind = "cpi" | "gdp" | "unemployment";

/** The day the report was read; 5 March unless named. */
const READ: Readonly<Record<number, IsoDate>> = { 2020: "2020-05-22" };

function rows(first: number, values: readonly (number | null)[]): readonly AnnualTarget[] {
  return values.map((value, i) => {
    const year = first + i;
    return { year, value, announced: READ[year] ?? `${year}-03-05` };
  });
}

/**
 * Goals of the year, percent. Source: Government Work Reports (《政府工作报告》), delivered each spring.
 *   cpi: rise of consumer prices, year average, “about” (2012–2014 “about”, earlier “around”).
 *   gdp: real growth. Where the report named a range (2016: 6.5–7; 2019: 6–6.5) the lower end; 2021 “above 6”;
 *        2020 set no number.
 *   unemployment: surveyed urban rate, “within” or “about”; a goal since 2018.
 */
export const TARGETS: Readonly<Record<TargetKind, readonly AnnualTarget[]>> = {
  cpi: rows(2008, [4.8, 4, 3, 4, 4, 3.5, 3.5, 3, 3, 3, 3, 3, 3.5, 3, 3, 3, 3, 2]),
  gdp: rows(2008, [8, 8, 8, 8, 7.5, 7.5, 7.5, 7, 6.5, 6.5, 6.5, 6, null, 6, 5.5, 5, 5, 5]),
  unemployment: rows(2018, [5.5, 5.5, 6, 5.5, 5.5, 5.5, 5.5, 5.5]),
};

export const TARGET_SOURCE: Words = {
  zh: "《政府工作报告》年度预期目标",
  en: "goal of the Government Work Report",
};

/**
 * The goal that a figure of `year` is held against by someone who reads it on `asOf`: the year's own once the
 * report was read, the year before's until then. null before the first goal.
 */
export function targetInForce(kind: TargetKind, year: number, asOf: IsoDate): AnnualTarget | null {
  const known = TARGETS[kind].filter((t) => t.year <= year && t.announced <= asOf);
  const newest = known.at(-1) ?? null;
  return newest && newest.year >= year - 1 ? newest : null;
}
