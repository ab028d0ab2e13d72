import type { Indicator, Words } from "../../../models/indicators/indicator.ts";
import { LIGHT_WORDS } from "../../../models/monitor/lights.ts";
import type { Headline, Light, SeriesView } from "../../routers/views.ts";
import { sayChange, sayFigure, sayPeriod } from "../say.ts";

/**
 * The finding above an indicator's chart, from its newest figure: where it stands, where it came from.
 * Every part of the sentence is a claim that a test can hold against the series.
 */
export function seriesTitle(
  indicator: Indicator,
  latest: SeriesView["latest"],
  light: Light | null,
): Headline {
  const { short, decimals, unit } = indicator;
  if (latest.value === null) {
    return {
      text: { zh: `${short.zh}：截至当日尚无数据`, en: `${short.en}: no figure by this day` },
      claims: [],
    };
  }
  const claims: Headline["claims"] = [{ kind: "value", indicator: indicator.id, value: latest.value }];
  const period = sayPeriod(latest.period);
  const figure = sayFigure(latest.value, unit, decimals);
  const zh = [`${short.zh}${period.zh}为${figure.zh}`];
  const en = [`${short.en} ${figure.en} in ${period.en}`];
  const compared = changeWords(latest, unit, decimals);
  if (compared) {
    claims.push({ kind: "change", indicator: indicator.id, value: latest.value - latest.previous! });
    zh.push(compared.zh);
    en.push(compared.en);
  }
  if (light !== null) {
    claims.push({ kind: "light", indicator: indicator.id, light });
    zh.push(`处于${LIGHT_WORDS[light].zh}区间`);
    en.push(`in the ${LIGHT_WORDS[light].en} band`);
  }
  return { text: { zh: zh.join("，"), en: en.join(", ") }, claims };
}

/** “较上期回落 0.2 个百分点”, or “与上期持平” where the change would not show. */
function changeWords(latest: SeriesView["latest"], unit: string, decimals: number): Words | null {
  if (latest.previous === null || latest.value === null) return null;
  const change = latest.value - latest.previous;
  if (Math.abs(change) < 0.5 * 10 ** -decimals) return { zh: "与上期持平", en: "unchanged" };
  const by = sayChange(change, unit, decimals);
  return change > 0
    ? { zh: `较上期上升${by.zh}`, en: `up ${by.en}` }
    : { zh: `较上期下降${by.zh}`, en: `down ${by.en}` };
}
