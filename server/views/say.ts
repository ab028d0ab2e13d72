import type { Words } from "../../models/indicators/indicator.ts";
import { unitScale } from "../../models/indicators/unitScale.ts";
import { civil } from "../../models/series/date.ts";
import { parsePeriod } from "../../models/series/period.ts";

/**
 * Numbers and periods inside generated sentences. Pages format their own numbers in client/format; a sentence is
 * made whole here, so that a test can hold it against the figures it speaks of.
 */

/** A number with fixed decimals and a true minus, rounded as pages round: half away from zero on its decimal text; −0.0 is 0.0. */
export function sayNumber(value: number, decimals: number): string {
  const text = new Intl.NumberFormat("en-US", {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
    useGrouping: false,
    roundingMode: "halfExpand",
  } as Intl.NumberFormatOptions).format(Math.abs(value));
  return value < 0 && Number(text) !== 0 ? `−${text}` : text;
}

/** With a sign in front, for changes. */
export function saySigned(value: number, decimals: number): string {
  const text = sayNumber(value, decimals);
  return Number(text.replace("−", "-")) > 0 ? `+${text}` : text;
}

/** Units that are said right behind the number; others are left to the subtitle. */
const SUFFIX: Readonly<Record<string, Words>> = {
  percent: { zh: "%", en: "%" },
  "percentage-point": { zh: "个百分点", en: " pp" },
  "trillion-yuan": { zh: "万亿元", en: " trillion yuan" },
  "hundred-million-yuan": { zh: "亿元", en: " hundred million yuan" },
  "billion-yuan": { zh: "十亿元", en: " billion yuan" },
  "million-yuan": { zh: "百万元", en: " million yuan" },
  "ten-thousand-yuan": { zh: "万元", en: " ten thousand yuan" },
  "trillion-usd": { zh: "万亿美元", en: " trillion US dollars" },
  "hundred-million-usd": { zh: "亿美元", en: " hundred million US dollars" },
  "billion-usd": { zh: "十亿美元", en: " billion US dollars" },
  "million-usd": { zh: "百万美元", en: " million US dollars" },
  "thousand-usd": { zh: "千美元", en: " thousand US dollars" },
  "ten-thousand-usd": { zh: "万美元", en: " ten thousand US dollars" },
  "trillion-kwh": { zh: "万亿千瓦时", en: " trillion kWh" },
  "hundred-million-kwh": { zh: "亿千瓦时", en: " hundred million kWh" },
  "ten-thousand-kwh": { zh: "万千瓦时", en: " ten thousand kWh" },
  "billion-kwh": { zh: "十亿千瓦时", en: " billion kWh" },
  "million-kwh": { zh: "百万千瓦时", en: " million kWh" },
  "hundred-million-persons": { zh: "亿人", en: " hundred million people" },
  "ten-thousand-persons": { zh: "万人", en: " ten thousand people" },
  "billion-persons": { zh: "十亿人", en: " billion people" },
  "million-persons": { zh: "百万人", en: " million people" },
  persons: { zh: "人", en: " people" },
};

/** A figure with its unit, scaled as people read it: 1,349,084 亿元 is 134.9万亿元. */
export function sayFigure(value: number, unit: string, decimals: number): Words {
  return { zh: scaled(value, unit, decimals, "zh"), en: scaled(value, unit, decimals, "en") };
}

function scaled(value: number, unit: string, decimals: number, lang: "zh" | "en"): string {
  const scale = unitScale(unit, value, decimals, lang);
  return sayNumber(value / scale.divisor, scale.decimals) + (SUFFIX[scale.unit]?.[lang] ?? "");
}

/** Change of a figure: of a percent figure in percentage points, else in its own unit. */
export function sayChange(change: number, unit: string, decimals: number): Words {
  return sayFigure(Math.abs(change), unit === "percent" ? "percentage-point" : unit, decimals);
}

const EN_MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const ZH_QUARTERS = ["一", "二", "三", "四"];

/** A period as people say it: 2025年4月, 2025年一季度, 2025年1–2月; a day too: 2025年4月17日. */
export function sayPeriod(period: string): Words {
  const span = parsePeriod(period);
  if (!span) return { zh: period, en: period };
  const a = civil(span.start);
  const b = civil(span.end);
  switch (span.kind) {
    case "year":
      return { zh: `${a.year}年`, en: `${a.year}` };
    case "quarter":
      return {
        zh: `${a.year}年${ZH_QUARTERS[(a.month - 1) / 3]}季度`,
        en: `Q${(a.month + 2) / 3} ${a.year}`,
      };
    case "month":
      return { zh: `${a.year}年${a.month}月`, en: `${EN_MONTHS[a.month - 1]} ${a.year}` };
    case "months":
      return a.month === b.month
        ? { zh: `${a.year}年${a.month}月`, en: `${EN_MONTHS[a.month - 1]} ${a.year}` }
        : {
            zh: `${a.year}年${a.month}–${b.month}月`,
            en: `${EN_MONTHS[a.month - 1]}–${EN_MONTHS[b.month - 1]} ${a.year}`,
          };
    case "day":
      return {
        zh: `${a.year}年${a.month}月${a.day}日`,
        en: `${a.day} ${EN_MONTHS[a.month - 1]} ${a.year}`,
      };
    default:
      return { zh: period, en: period };
  }
}
