import type { SeasonalAdjustmentResult } from "../../../models/analyses/seasonalResult.ts";
import type { SeasonalTrialResult } from "../../../models/analyses/seasonalTrial.ts";
import type { Words } from "../../../models/indicators/indicator.ts";
import type { Headline } from "../../routers/views.ts";
import { sayChange, sayNumber, sayPeriod } from "../say.ts";

/** Changes below this, percent, are said to be none. */
const FLAT = 0.05;

/** The finding of the card: the newest month of the adjusted series against the month before. */
export function seasonalTitle(short: Words, result: SeasonalAdjustmentResult, decimals: number): Headline {
  const last = result.change.findLastIndex((v) => v !== null);
  const change = result.change[last] ?? null;
  if (change === null)
    return {
      text: { zh: `${short.zh}：季节调整后的走势`, en: `${short.en}, seasonally adjusted` },
      claims: [],
    };
  const when = sayPeriod(result.periods[last]!);
  const claims: Headline["claims"] = [
    { kind: "adjusted-change", indicator: result.indicator, value: change },
  ];
  const up = change > 0;
  if (!result.mult) {
    const size = sayChange(change, result.unit, decimals);
    return {
      text: {
        zh: `剔除季节和春节因素后，${when.zh}${short.zh}比上月${up ? "多" : "少"}${size.zh}`,
        en: `${short.en}, season and holidays taken out, came ${size.en} ${up ? "higher" : "lower"} than the month before in ${when.en}`,
      },
      claims,
    };
  }
  const size = sayNumber(Math.abs(change), 1);
  const flat = Math.abs(change) < FLAT;
  return {
    text: {
      zh: `剔除季节和春节因素后，${when.zh}${short.zh}比上月${flat ? "基本持平" : `${up ? "增长" : "下降"}${size}%`}`,
      en: `${short.en}, season and holidays taken out, ${flat ? "held level" : `${up ? "rose" : "fell"} ${size}%`} on the month in ${when.en}`,
    },
    claims,
  };
}

/** Where two adjustments differ most. */
export function trialTitle(trial: SeasonalTrialResult, unit: string, decimals: number): Headline {
  const { value, period } = trial.largest;
  const when = sayPeriod(period);
  const size = trial.ratio
    ? { zh: `${sayNumber(Math.abs(value), 1)}%`, en: `${sayNumber(Math.abs(value), 1)}%` }
    : sayChange(value, unit, decimals);
  const none = Math.abs(value) < 1e-9;
  return {
    text: none
      ? { zh: "改动设置后结果没有变化", en: "The other settings change nothing" }
      : {
          zh: `改动设置后，调整结果最多相差${size.zh}（${when.zh}，${value > 0 ? "更高" : "更低"}）`,
          en: `Under the other settings the adjusted series differs by up to ${size.en} (${when.en}, ${value > 0 ? "higher" : "lower"})`,
        },
    claims: [{ kind: "largest-difference", value }],
  };
}
