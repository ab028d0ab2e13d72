import { MONTHS_EN } from "../format/formatDate.ts";
import type { ChartContext, ChartOption } from "./drawing.ts";

/** A place on the axis is a day (days since 1970) in milliseconds. */
export const MS_PER_DAY = 86_400_000;

/** Years where more than two are shown, months below that: never both, or the months crowd the years out. */
export function timeAxis(context: ChartContext, days: readonly number[]): ChartOption {
  const { palette, fontSize, locale, compact } = context;
  const years = ((days.at(-1) ?? 0) - (days[0] ?? 0)) / 365.25;
  return {
    type: "time",
    axisLine: { lineStyle: { color: palette.ink3 }, onZero: false },
    axisTick: { show: true, lineStyle: { color: palette.ink3 } },
    splitNumber: compact ? 3 : 6,
    minInterval: (years > 2.2 ? 365 : 28) * MS_PER_DAY,
    splitLine: { show: false },
    axisLabel: {
      color: palette.ink3,
      fontSize,
      hideOverlap: true,
      formatter: (at: number) => {
        const day = new Date(at);
        const month = day.getUTCMonth();
        if (day.getUTCDate() !== 1) return "";
        if (month === 0) return String(day.getUTCFullYear());
        if (years > 2.2) return "";
        return locale === "zh" ? `${month + 1}月` : (MONTHS_EN[month] ?? "");
      },
    },
    axisPointer: { label: { show: false } },
  };
}

/** Which of the days is nearest to the pointer; −1 where there are none. */
export function rowAt(days: readonly number[], axisValue: unknown): number {
  const day = Number(axisValue) / MS_PER_DAY;
  let best = -1;
  for (const [i, d] of days.entries())
    if (best < 0 || Math.abs(d - day) < Math.abs(days[best]! - day)) best = i;
  return best;
}
