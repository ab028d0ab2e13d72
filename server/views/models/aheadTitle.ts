import type { Headline, ModelForecastRow } from "../../routers/views.ts";
import { sayNumber } from "../say.ts";
import { percentApart } from "./besideRepeating.ts";

/** A p-value below this is told as a proof. */
const PROVEN = 0.05;
type Row = Pick<ModelForecastRow, "model" | "modelTitle" | "record" | "against">;

/**
 * Who errs least so far ahead, as a sentence: against repeating figures, or where it is not the model that pages show and was tried on
 * the same origins, against that one, with whether the difference is more than chance. `rows`: least error first.
 */
export function aheadTitle(
  horizon: number,
  rows: readonly Row[],
  chosen: string | null,
  quarterly: boolean,
): Headline {
  const ahead = {
    zh: `提前 ${horizon} 个${quarterly ? "季度" : "月"}`,
    en: `${horizon} ${quarterly ? "quarter" : "month"}${horizon === 1 ? "" : "s"} ahead`,
  };
  const best = rows[0];
  if (!best)
    return {
      text: { zh: `${ahead.zh}，没有可展示的模型`, en: `${ahead.en}, there is no model to show` },
      claims: [],
    };
  const { relativeToNaive: ratio } = best.record;
  const claims = [{ kind: `best-ahead:${best.model}`, value: ratio }];
  const name = best.modelTitle;
  if (ratio >= 1)
    return {
      text: {
        zh: `${ahead.zh}，没有模型胜过简单沿用；最接近的是${name.zh}，误差为其 ${sayNumber(ratio, 2)} 倍`,
        en: `${ahead.en}, no model beats repeating figures; ${name.en} comes closest with ${sayNumber(ratio, 2)} of its error`,
      },
      claims,
    };
  const { against } = best;
  const relied = rows.find((r) => r.model === chosen);
  if (against && relied && against.ratio < 1) {
    const sure = against.p !== null && against.p < PROVEN;
    const told = percentApart(against.ratio);
    return {
      text: {
        zh: `${ahead.zh}，${name.zh}的误差比页面采用的${relied.modelTitle.zh}小 ${told}%，${sure ? "不像偶然" : "但可能是偶然"}`,
        en: `${ahead.en}, ${name.en} errs ${told}% less than ${relied.modelTitle.en}, which pages show; ${sure ? "hardly by chance" : "that may be chance"}`,
      },
      claims: [...claims, { kind: `best-against:${best.model}`, value: against.ratio }],
    };
  }
  return {
    text: {
      zh: `${ahead.zh}，${name.zh}最准，误差比简单沿用小 ${percentApart(ratio)}%`,
      en: `${ahead.en}, ${name.en} is the most accurate: ${percentApart(ratio)}% less error than by repeating figures`,
    },
    claims,
  };
}
