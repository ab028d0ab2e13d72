import type { DerivedColumns, DerivedSeriesResult } from "../../../models/analyses/derivedResult.ts";
import type { Words } from "../../../models/indicators/indicator.ts";
import { civil } from "../../../models/series/date.ts";
import { nextPeriod, spanOf } from "../../../models/series/period.ts";
import type { DerivedWay } from "../../../models/yearToDate/china/derivedCell.ts";
import type { Headline } from "../../routers/views.ts";
import { sayFigure, sayNumber, sayPeriod } from "../say.ts";

/** How the figure was made, behind it; a bridged one is said with its months. */
const HOW: Readonly<Record<Exclude<DerivedWay, "bridged">, Words>> = {
  published: { zh: "公布值", en: "as published" },
  differenced: { zh: "推算", en: "derived" },
  parted: { zh: "推算，1—2月拆分", en: "derived, January and February parted" },
};

/** The newest single month or quarter, and how it was made. */
export function amountTitle(short: Words, result: DerivedSeriesResult, decimals: number): Headline {
  const last = result.amounts.values.findLastIndex((v) => v !== null);
  if (last < 0) return plain(short, result.frequency);
  const value = result.amounts.values[last]!;
  const when = sayPeriod(spanned(result, result.amounts, last));
  if (result.amounts.how[last] === "bridged") {
    const whole = sayFigure(value, result.amounts.unit, decimals);
    return {
      text: {
        zh: `${when.zh}${short.zh}合计为${whole.zh}，各月不能分开`,
        en: `${short.en}: ${whole.en} in ${when.en} together, which cannot be told apart`,
      },
      claims: [{ kind: "single-amount", indicator: result.indicator, value }],
    };
  }
  const figure = sayFigure(value, result.amounts.unit, decimals);
  const how = HOW[madeOf(result.amounts, last)];
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
  const last = growth.values.findLastIndex((v) => v !== null);
  if (last < 0) return null;
  const value = growth.values[last]!;
  const when = sayPeriod(spanned(result, growth, last));
  if (growth.how[last] === "bridged")
    return {
      text: {
        zh: `${when.zh}${short.zh}合计同比${sayNumber(value, 1)}%`,
        en: `${short.en}: ${sayNumber(value, 1)} % on a year earlier in ${when.en} together`,
      },
      claims: [{ kind: "single-growth", indicator: result.indicator, value }],
    };
  const lower = growth.lower[last] ?? null;
  const upper = growth.upper[last] ?? null;
  const open = lower !== null && upper !== null;
  const range = open
    ? {
        zh: `，末位四舍五入留下的范围${sayNumber(lower, 1)}%至${sayNumber(upper, 1)}%`,
        en: `, rounding leaves ${sayNumber(lower, 1)} % to ${sayNumber(upper, 1)} %`,
      }
    : { zh: "", en: "" };
  const how = HOW[madeOf(growth, last)];
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

/** The period a figure covers: 2025-01/P2M for January and February together. */
function spanned(result: DerivedSeriesResult, columns: DerivedColumns, at: number): string {
  const end = result.periods[at]!;
  const months = columns.months[at]!;
  if (months <= (result.frequency === "Q" ? 3 : 1)) return end;
  const last = spanOf(end).end;
  const { year, month } = civil(last);
  return `${nextPeriod(`${year}-${String(month).padStart(2, "0")}`, "M", 1 - months)}/P${months}M`;
}

/** Of a single figure; what stands alone in its period without more is as published. */
function madeOf(columns: DerivedColumns, at: number): Exclude<DerivedWay, "bridged"> {
  const how = columns.how[at];
  return how === "differenced" || how === "parted" ? how : "published";
}

const plain = (short: Words, frequency: "M" | "Q"): Headline => ({
  text: { zh: `${short.zh}当${span(frequency).zh}值`, en: `${short.en}, single ${span(frequency).en}s` },
  claims: [],
});
