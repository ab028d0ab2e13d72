import type { Words } from "../indicators/indicator.ts";
import type { Series } from "../series/series.ts";
import type { Transform } from "./transform.ts";

/** Says how a transform treated what a reader might trip over: rates, combined months, non-positive bases. */
export function transformNote(
  source: Series,
  result: Series,
  transform: Transform,
  rate: boolean,
): Words | null {
  const notes: Words[] = [];
  const changes = transform === "yoy" || transform === "mom" || transform === "diff";
  if (changes && rate)
    notes.push({
      zh: "该序列本身是比率，变化以百分点（或原单位之差）表示。",
      en: "The series is a rate already; changes are differences in percentage points (or its own unit).",
    });
  const combined = source.periods.some((p) => p.endsWith("/P2M")) && source.basis === "period";
  if (combined && result.reasons.includes("combined-with-next"))
    notes.push({
      zh: "1—2月合并发布，与单月不可比处留空并注明。",
      en: "January and February are published together; where that is not comparable with single months the cell is a gap.",
    });
  if (combined && (transform === "ma3" || transform === "ma12"))
    notes.push({
      zh: "移动平均按月数计权：1—2月合并数代表两个月。",
      en: "Moving averages weigh by months: a combined January–February stands for two.",
    });
  if (transform === "percentile" || transform === "zscore")
    notes.push({
      zh: "与截至当期的最近10年相比。",
      en: "Compared with the ten years up to each period.",
    });
  if (transform === "index") {
    const first = result.periods[0];
    if (first !== undefined)
      notes.push({
        zh: `以 ${first} 为 100（环比序列以其前一期为 100）。`,
        en: `${first} = 100 (for chained monthly rates, the period before it).`,
      });
  }
  if (changes && !rate && hasUncomputable(result))
    notes.push({
      zh: "基期不为正数处不计算增速。",
      en: "Growth is not computed where the base is zero or negative.",
    });
  if (notes.length === 0) return null;
  return { zh: notes.map((n) => n.zh).join(""), en: notes.map((n) => n.en).join(" ") };
}

const hasUncomputable = (result: Series): boolean => result.reasons.includes("unknown");
