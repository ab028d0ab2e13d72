import type { UpdateRule } from "./indicator.ts";

const clock = (time: string): string => time.replace(/^0/, "");

/** “每月9日9:30”: published on `day` of the month `lagMonths` after the period; 31 stands for the last day. */
export function monthly(day: number, time: string, lagMonths = 1): UpdateRule {
  const zhDay = day >= 31 ? "最后一日" : `${day}日`;
  const enDay = day >= 31 ? "the last day" : `day ${day}`;
  const zhMonth = lagMonths === 0 ? "当月" : lagMonths === 1 ? "次月" : `其后第${lagMonths}个月`;
  const enMonth =
    lagMonths === 0 ? "the same month" : lagMonths === 1 ? "the next month" : `month ${lagMonths} after`;
  return {
    text: {
      zh: `每月发布，${zhMonth}${zhDay} ${clock(time)}`,
      en: `Monthly, ${enDay} of ${enMonth}, ${time}`,
    },
    lagMonths,
    day,
    time,
  };
}

/** Published on `day` of the month `lagMonths` after the quarter's last month. */
export function quarterly(day: number, time: string, lagMonths = 1): UpdateRule {
  const zhMonth = lagMonths === 1 ? "季后首月" : `季后第${lagMonths}个月`;
  return {
    text: {
      zh: `每季发布，${zhMonth}${day}日 ${clock(time)}`,
      en: `Quarterly, day ${day} of month ${lagMonths} after the quarter, ${time}`,
    },
    lagMonths,
    day,
    time,
  };
}

/** Published on `day` of the month `lagMonths` after December of the year. */
export function annual(day: number, time: string, lagMonths: number): UpdateRule {
  return {
    text: {
      zh: `每年发布，次年${lagMonths}月${day}日前后`,
      en: `Annual, about day ${day} of month ${lagMonths} of the following year`,
    },
    lagMonths,
    day,
    time,
  };
}

/** Daily and weekly figures: `day` days after the period's last day. */
export function after(days: number, time: string, zh: string, en: string): UpdateRule {
  return { text: { zh, en }, lagMonths: 0, day: days, time };
}

/** Published only when it changes; each figure stands on its own day. */
export function onChange(time: string, zh: string, en: string): UpdateRule {
  return { ...after(0, time, zh, en), onChange: true };
}
