import type { Words } from "../../indicators/indicator.ts";
import type { Band, QualityReading } from "./qualityBands.ts";

interface Measure {
  name: Words;
  /** What the reading means, one plain sentence a band. */
  says: Readonly<Record<Band, Words>>;
}

const words = (zh: string, en: string): Words => ({ zh, en });

const LEFT: Measure["says"] = {
  good: words("调整后看不出残留的季节波动。", "No season is left in the adjusted series."),
  doubtful: words(
    "调整后可能还残留少许季节波动，环比要结合同比看。",
    "A little season may be left: read monthly changes beside yearly ones.",
  ),
  bad: words(
    "调整后仍残留季节波动，单月环比不宜单独引用。",
    "Season is left in the adjusted series: do not quote a single monthly change.",
  ),
};

const WHOLE: Measure["says"] = {
  good: words("各项检验合起来合格。", "The checks taken together pass."),
  doubtful: words("各项检验合起来勉强合格。", "The checks taken together barely pass."),
  bad: words("各项检验合起来不合格。", "The checks taken together fail."),
};

const MEASURES: Readonly<Record<QualityReading["measure"], Measure>> = {
  m7: {
    name: words("季节规律 M7", "Season M7"),
    says: {
      good: words(
        "每年的季节规律清楚、稳定，可以调整。",
        "The season is clear and steady from year to year.",
      ),
      doubtful: words(
        "季节规律不够清楚，结果仅供参考。",
        "The season is not clear enough: take it as a guide.",
      ),
      bad: words("看不出稳定的季节规律，结果不可用。", "There is no steady season to adjust for."),
    },
  },
  q: { name: words("总体质量 Q", "Overall Q"), says: WHOLE },
  q2: { name: words("总体质量 Q2", "Overall Q2"), says: WHOLE },
  qs: { name: words("残留季节 QS（p值）", "Season left, QS (p)"), says: LEFT },
  "residual-f": { name: words("残留季节 F（p值）", "Season left, F (p)"), says: LEFT },
  "residual-f-recent": { name: words("近三年残留 F（p值）", "Last 3 years, F (p)"), says: LEFT },
  "spans-seasonal": {
    name: words("换时段的季节因子", "Factors over spans"),
    says: {
      good: words(
        "换一段历史重算，季节因子基本不变。",
        "Computed over another span of years, the factors hardly change.",
      ),
      doubtful: words(
        "换一段历史重算，部分月份的季节因子变动超过3%。",
        "Over another span of years some months' factors move by more than 3 %.",
      ),
      bad: words(
        "换一段历史重算，不少月份的季节因子变动超过3%，日后修订会较大。",
        "Over another span of years many months' factors move by more than 3 %: expect revisions.",
      ),
    },
  },
  "spans-changes": {
    name: words("换时段的环比", "Changes over spans"),
    says: {
      good: words("换一段历史重算，环比基本不变。", "Over another span of years monthly changes hold."),
      doubtful: words(
        "换一段历史重算，部分月份的环比变动超过3个百分点。",
        "Over another span of years some monthly changes move by more than 3 points.",
      ),
      bad: words(
        "换一段历史重算，不少月份的环比变动超过3个百分点。",
        "Over another span of years many monthly changes move by more than 3 points.",
      ),
    },
  },
  "festival-f": {
    name: words("春节影响（p值）", "Spring Festival (p)"),
    says: {
      good: words("春节早晚的影响已剔除干净。", "The moving festival leaves no trace."),
      doubtful: words(
        "春节早晚的影响可能没有剔净，1—3月的环比要谨慎。",
        "The moving festival may have left a trace: read January to March with care.",
      ),
      bad: words(
        "春节早晚的影响没有剔净，1—3月的环比不宜引用。",
        "The moving festival has left a trace: do not quote January to March.",
      ),
    },
  },
};

const BANDS: Readonly<Record<Band, Words>> = {
  good: words("良好", "good"),
  doubtful: words("存疑", "doubtful"),
  bad: words("不好", "bad"),
};

/** A reading in words: what is measured, how it reads, and what that means to a reader of the adjusted series. */
export function readingWords({ measure, band }: QualityReading): { name: Words; band: Words; says: Words } {
  const { name, says } = MEASURES[measure];
  return { name, band: BANDS[band], says: says[band] };
}
