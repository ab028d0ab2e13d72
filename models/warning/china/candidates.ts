import { AppError } from "../../errors.ts";
import type { Candidate } from "./candidate.ts";

const OWN = {
  zh: "与本事件界限相比的量：规则所看的数",
  en: "What the rule of the event itself compares with its bound",
};
const MEAN = { zh: "最近三个月均值", en: "Mean of the last three months" };
const CHANGE = {
  zh: "最近三个月均值比一年前的变动",
  en: "Mean of the last three months less that a year before",
};

/**
 * The candidates of each event. Chosen from what moves first in theory and in the literature on China, before their
 * record was looked at; none was dropped for a bad one: the record beside each says what it was worth.
 *   survey orders lead output, trade and producer prices by a quarter or two: purchasing managers' index
 *   money that firms hold ready to pay leads spending and prices by half a year to a year: growth of M1
 *   new credit leads investment by two to four quarters (Biggs, Mayer & Pick 2010): twelve-month sum of new loans
 *   imports are materials of later output and of processing exports
 *   upstream prices reach producers' prices within a quarter, those reach consumers' within the year
 *   farm products are what consumer prices of China have swung with
 *   confidence of households leads their spending
 * An event's own measure says how near it already is: a leader that does not beat it warns of what everybody sees.
 */
export const CANDIDATES: Readonly<Record<string, readonly Candidate[]>> = {
  "growth-slump": [
    {
      indicator: "iva.yoy",
      transform: "event-measure",
      unit: "percentage-point",
      tail: "lower",
      measured: OWN,
    },
    { indicator: "pmi.manufacturing", transform: "mean3", unit: "percent", tail: "lower", measured: MEAN },
    {
      indicator: "m1.yoy",
      less: "m2.yoy",
      transform: "mean3",
      unit: "percentage-point",
      tail: "lower",
      measured: {
        zh: "M1增速减M2增速，最近三个月均值",
        en: "Growth of M1 less that of M2, mean of three months",
      },
    },
    {
      indicator: "loans.new",
      transform: "growth12",
      unit: "percent",
      tail: "lower",
      measured: {
        zh: "十二个月新增贷款之和比一年前增长，%",
        en: "New loans of twelve months on those of the twelve before, percent",
      },
    },
    {
      indicator: "imports.yoy",
      transform: "mean3",
      unit: "percent",
      tail: "lower",
      festival: true,
      measured: MEAN,
    },
    {
      indicator: "consumer-confidence.index",
      transform: "change12",
      unit: "index-point",
      tail: "lower",
      measured: CHANGE,
    },
    {
      indicator: "ppi.yoy",
      transform: "change12",
      unit: "percentage-point",
      tail: "lower",
      measured: CHANGE,
    },
  ],
  "producer-deflation": [
    { indicator: "ppi.yoy", transform: "event-measure", unit: "percent", tail: "lower", measured: OWN },
    { indicator: "pmi.manufacturing", transform: "mean3", unit: "percent", tail: "lower", measured: MEAN },
    { indicator: "m1.yoy", transform: "mean3", unit: "percent", tail: "lower", measured: MEAN },
    {
      indicator: "imports.yoy",
      transform: "mean3",
      unit: "percent",
      tail: "lower",
      festival: true,
      measured: MEAN,
    },
    {
      indicator: "iva.yoy",
      transform: "change12",
      unit: "percentage-point",
      tail: "lower",
      measured: CHANGE,
    },
    {
      indicator: "cgpi.energy.index",
      transform: "change12",
      unit: "index-point",
      tail: "lower",
      measured: CHANGE,
    },
  ],
  overheating: [
    { indicator: "cpi.yoy", transform: "event-measure", unit: "percent", tail: "upper", measured: OWN },
    { indicator: "m1.yoy", transform: "mean3", unit: "percent", tail: "upper", measured: MEAN },
    {
      indicator: "loans.new",
      transform: "growth12",
      unit: "percent",
      tail: "upper",
      measured: {
        zh: "十二个月新增贷款之和比一年前增长，%",
        en: "New loans of twelve months on those of the twelve before, percent",
      },
    },
    { indicator: "ppi.yoy", transform: "mean3", unit: "percent", tail: "upper", measured: MEAN },
    {
      indicator: "cgpi.agriculture.index",
      transform: "mean3",
      unit: "index-same-month-100",
      tail: "upper",
      measured: MEAN,
    },
    { indicator: "retail.yoy", transform: "mean3", unit: "percent", tail: "upper", measured: MEAN },
  ],
  "export-slump": [
    { indicator: "exports.yoy", transform: "event-measure", unit: "percent", tail: "lower", measured: OWN },
    { indicator: "pmi.manufacturing", transform: "mean3", unit: "percent", tail: "lower", measured: MEAN },
    {
      indicator: "imports.yoy",
      transform: "mean3",
      unit: "percent",
      tail: "lower",
      festival: true,
      measured: MEAN,
    },
    {
      indicator: "ppi.yoy",
      transform: "change12",
      unit: "percentage-point",
      tail: "lower",
      measured: CHANGE,
    },
    {
      indicator: "fx-reserves.level",
      transform: "level-growth12",
      unit: "percent",
      tail: "lower",
      measured: {
        zh: "比一年前增长，%",
        en: "Growth on a year before, percent",
      },
    },
  ],
};

/** The candidates of an event. Throws AppError("not-found") for an event without any. */
export function candidatesOf(event: string): readonly Candidate[] {
  const found = CANDIDATES[event];
  if (!found) throw new AppError("not-found", `the event "${event}" has no candidates`);
  return found;
}
