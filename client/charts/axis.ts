import { civil } from "../../models/series/date.ts";
import type { Period } from "../../models/series/period.ts";
import { spanOf } from "../../models/series/period.ts";
import { MONTHS_EN } from "../format/formatDate.ts";
import { formatNumber } from "../format/formatNumber.ts";
import type { Locale } from "../format/locale.ts";
import type { ChartContext, ChartOption } from "./drawing.ts";
import type { Scale } from "./niceScale.ts";

/** Which slots carry a label, and what it says: years where they begin; months too where two years or less are shown. */
export function periodLabels(periods: readonly Period[], locale: Locale, room = 10): Map<number, string> {
  const labels = new Map<number, string>();
  const ends = periods.map((p) => civil(spanOf(p).end));
  const years = [...new Set(ends.map((e) => e.year))];
  const step = Math.max(1, Math.ceil(years.length / room));
  const first = years[0] ?? 0;
  const dense = years.length <= 2 && periods.length > years.length;
  let year: number | null = null;
  for (const [i, end] of ends.entries()) {
    const begins = end.year !== year;
    year = end.year;
    if (begins && (end.year - first) % step === 0) {
      // A year cut off at the left edge would sit on the label of the next.
      const whole = i > 0 || ends[1]?.year === end.year || years.length === periods.length;
      if (whole) labels.set(i, String(end.year));
    } else if (dense && !begins && i > 1 && isMonthTick(periods, i)) {
      labels.set(i, locale === "zh" ? `${end.month}月` : (MONTHS_EN[end.month - 1] ?? ""));
    }
  }
  return labels;
}

function isMonthTick(periods: readonly Period[], i: number): boolean {
  const span = spanOf(periods[i] ?? "");
  const { month } = civil(span.end);
  const before = civil(spanOf(periods[i - 1] ?? "").end).month;
  return month !== before && (periods.length <= 13 ? month % 2 === 1 : month % 3 === 1);
}

export function periodAxis(periods: readonly Period[], context: ChartContext, bars = false): ChartOption {
  const { palette, fontSize, locale, compact } = context;
  const labels = periodLabels(periods, locale, compact ? 6 : 12);
  return {
    type: "category",
    data: periods,
    boundaryGap: bars,
    axisLine: { lineStyle: { color: palette.ink3 }, onZero: false },
    axisTick: { show: true, interval: (i: number) => labels.has(i), lineStyle: { color: palette.ink3 } },
    axisLabel: {
      color: palette.ink3,
      fontSize,
      hideOverlap: true,
      interval: (i: number) => labels.has(i),
      formatter: (_: string, i: number) => labels.get(i) ?? "",
    },
    axisPointer: { label: { show: false } },
  };
}

/** The value axis: round steps, true minus, the unit once: on the top tick where it is one sign, above it otherwise. */
export function valueAxis(scale: Scale, unit: string, context: ChartContext): ChartOption {
  const { palette, fontSize } = context;
  return {
    type: "value",
    min: scale.min,
    max: scale.max,
    interval: scale.interval,
    ...(unit.length > 1
      ? {
          name: unit,
          nameLocation: "end",
          nameGap: 10,
          nameTextStyle: { color: palette.ink3, fontSize, align: "left", padding: [0, 0, 0, -fontSize * 2] },
        }
      : {}),
    axisLine: { show: false },
    splitLine: { lineStyle: { color: palette.grid } },
    axisLabel: {
      color: palette.ink3,
      fontSize,
      formatter: (v: number) =>
        formatNumber(v, scale.decimals) + (v === scale.max && unit.length <= 1 ? unit : ""),
    },
  };
}

/** A quiet line where the axis crosses zero, when it does. */
export function zeroLine(scale: Scale, context: ChartContext): ChartOption[] {
  if (!(scale.min < 0 && scale.max > 0)) return [];
  return [
    {
      yAxis: 0,
      lineStyle: { color: context.palette.ink3, type: "solid", width: 1 },
      label: { show: false },
    },
  ];
}
