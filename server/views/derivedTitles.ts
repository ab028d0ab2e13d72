import type { DerivedColumns, DerivedSeriesResult } from "../../models/analyses/derivedResult.ts";
import type { Words } from "../../models/indicators/indicator.ts";
import type { DerivedWay } from "../../models/yearToDate/china/derivedCell.ts";
import type { Headline } from "../routers/views.ts";
import { sayFigure, sayNumber, sayPeriod } from "./say.ts";

/** How the figure was made, behind it. A bridged one is said with its months. */
const HOW: Readonly<Record<DerivedWay, Words>> = {
  published: { zh: "公布值", en: "as published" },
  differenced: { zh: "推算", en: "derived" },
  parted: { zh: "推算，1—2月拆分", en: "derived, January and February parted" },
  bridged: { zh: "合计", en: "together" },
};

/** The newest single month or quarter, and how it was made. */
export function amountTitle(short: Words, result: DerivedSeriesResult, decimals: number): Headline {
  const last = lastSingle(result.amounts, result.frequency);
  if (last < 0) return plain(short, result.frequency);
  const value = result.amounts.values[last]!;
  const when = sayPeriod(result.periods[last]!);
  const figure = sayFigure(value, result.amounts.unit, decimals);
  const how = HOW[result.amounts.how[last]!];
  return {
    text: {
      zh: `${when.zh}${short.zh}当${span(result.frequency).zh}为${figure.zh}（${how.zh}）`,
      en: `${short.en}, single ${span(result.frequency).en}: ${figure.en} in ${when.en} (${how.en})`,
    },
    claims: [{ kind: "single-amount", indicator: result.indicator, value }],
  };
}

/** Growth of the newest single month or quarter; null where none is derived. */
export function growthTitle(short: Words, result: DerivedSeriesResult): Headline | null {
  const { growth } = result;
  if (!growth) return null;
  const last = lastSingle(growth, result.frequency);
  if (last < 0) return null;
  const value = growth.values[last]!;
  const when = sayPeriod(result.periods[last]!);
  const lower = growth.lower[last] ?? null;
  const upper = growth.upper[last] ?? null;
  const open = lower !== null && upper !== null;
  const range = open
    ? {
        zh: `，末位四舍五入留下的范围${sayNumber(lower, 1)}%至${sayNumber(upper, 1)}%`,
        en: `, rounding leaves ${sayNumber(lower, 1)} % to ${sayNumber(upper, 1)} %`,
      }
    : { zh: "", en: "" };
  const how = HOW[growth.how[last]!];
  return {
    text: {
      zh: `${when.zh}${short.zh}当${span(result.frequency).zh}同比${sayNumber(value, 1)}%（${how.zh}${range.zh}）`,
      en: `${short.en}, single ${span(result.frequency).en}: ${sayNumber(value, 1)} % on a year earlier in ${when.en} (${how.en}${range.en})`,
    },
    claims: [{ kind: "single-growth", indicator: result.indicator, value }],
  };
}

const span = (frequency: "M" | "Q"): Words =>
  frequency === "Q" ? { zh: "季", en: "quarter" } : { zh: "月", en: "month" };

const lastSingle = (c: DerivedColumns, frequency: "M" | "Q"): number =>
  c.values.findLastIndex((v, i) => v !== null && c.months[i] === (frequency === "Q" ? 3 : 1));

const plain = (short: Words, frequency: "M" | "Q"): Headline => ({
  text: { zh: `${short.zh}当${span(frequency).zh}值`, en: `${short.en}, single ${span(frequency).en}s` },
  claims: [],
});
