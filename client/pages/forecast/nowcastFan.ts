import type { FansView, NowcastView } from "../../../server/routers/views.ts";

type Fan = FansView["fans"][number];
export type DrawnFan = Fan & { forecast: NonNullable<Fan["forecast"]> };

const TITLE = { zh: "即时预测", en: "Nowcast" };

/**
 * The fan of a figure that no model may speak of, from its nowcast: the period under way and the next. null where the
 * nowcast is not told without reserve, or where the figures drawn do not reach up to it. Its title is the page's to write.
 */
export function nowcastFan(fan: Fan, { shown, why }: NowcastView): DrawnFan | null {
  if (!shown || why !== null) return null;
  const last = fan.history.values.findLastIndex((v) => v !== null);
  if (fan.history.periods[last] !== shown.before.period) return null;
  const told = [{ period: shown.period, density: shown.density }, ...(shown.next ? [shown.next] : [])];
  const levels = shown.density.intervals.map((i) => i.level);
  const ends = (level: number, end: "lower" | "upper"): number[] =>
    told.map(({ density }) => density.intervals.find((i) => i.level === level)![end]);
  return {
    ...fan,
    forecast: {
      model: "nowcast",
      modelTitle: TITLE,
      origin: shown.before.period,
      madeAsOf: shown.day,
      periods: told.map((t) => t.period),
      mean: told.map((t) => t.density.mean),
      intervals: levels.map((level) => ({ level, lower: ends(level, "lower"), upper: ends(level, "upper") })),
    },
    why: null,
    notice: null,
    record: null,
  };
}
