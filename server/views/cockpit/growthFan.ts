import type { StageSummary } from "../../../models/nowcast/china/recordSummary.ts";
import type { FanView, Headline, NowcastView, OutlookFan } from "../../routers/views.ts";
import { sayFigure, sayPeriod } from "../say.ts";
import { fanTitle } from "./headline.ts";

/** Periods before a path of two: more, and the years of 2020 and 2021 leave it no height. */
const HISTORY = 12;

/**
 * The path of growth for the cockpit: the fan of the model relied on where there is one; else the nowcast's period and the one after,
 * each only where its record at that distance passed. Why no model is relied on stays beside it.
 */
export function growthFan(fan: FanView, nowcast: NowcastView): OutlookFan {
  const { shown, record } = nowcast;
  if (fan.forecast || !shown || record?.standing !== "passed")
    return { ...fan, title: fanTitle(fan), tracks: null };
  const ahead: { period: string; density: (typeof shown)["density"]; record: StageSummary }[] = [
    { period: shown.period, density: shown.density, record },
  ];
  if (shown.next?.record?.standing === "passed") ahead.push({ ...shown.next, record: shown.next.record });
  const levels = shown.density.intervals.map((i) => i.level);
  const bound = (level: number, side: "lower" | "upper"): number[] =>
    ahead.map(({ density }) => density.intervals.find((i) => i.level === level)![side]);
  const path: OutlookFan = {
    ...fan,
    history: { periods: fan.history.periods.slice(-HISTORY), values: fan.history.values.slice(-HISTORY) },
    forecast: {
      model: "nowcast",
      modelTitle: { zh: "即时预测", en: "Nowcast" },
      origin: shown.before.period,
      madeAsOf: shown.day,
      periods: ahead.map((a) => a.period),
      mean: ahead.map((a) => a.density.mean),
      intervals: levels.map((level) => ({
        level,
        lower: bound(level, "lower"),
        upper: bound(level, "upper"),
      })),
    },
    why: null,
    notice: fan.why,
    record: null,
    title: fanTitle(fan),
    tracks: ahead.map((a) => a.record),
  };
  return { ...path, title: pathTitle(path) };
}

/** What is expected of each period drawn. */
function pathTitle({ forecast, name, unit, decimals, indicator }: OutlookFan): Headline {
  const said = forecast!.periods.map((period, i) => {
    const figure = sayFigure(forecast!.mean[i]!, unit, decimals);
    const at = sayPeriod(period);
    const year =
      i > 0 && forecast!.periods[0]!.slice(0, 4) === period.slice(0, 4) ? `${period.slice(0, 4)}年` : "";
    return { zh: `${at.zh.slice(year.length)} ${figure.zh}`, en: `${figure.en} in ${at.en}` };
  });
  return {
    text: {
      zh: `${name.zh}即时预测：${said.map((s) => s.zh).join("，")}`,
      en: `${name.en}, nowcast: ${said.map((s) => s.en).join(", ")}`,
    },
    claims: forecast!.mean.map((value) => ({ kind: "forecast-mean", indicator, value })),
  };
}
