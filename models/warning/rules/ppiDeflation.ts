import { NATION } from "../../indicators/nation.ts";
import type { WarningRule } from "../contract.ts";
import { type PersistenceOptions, persistenceSignal } from "../persistence.ts";
import { SIGNALS_REFERENCE } from "../references.ts";

/** Producer prices have fallen for months on end: n months in a row with ppi.yoy < 0; watch 3, warning 12, critical 36. */
export const ppiDeflation: WarningRule<PersistenceOptions> = {
  id: "ppi-deflation",
  version: "1",
  kind: "persistence",
  title: { zh: "工业生产者出厂价格持续下降", en: "Producer prices keep falling" },
  message: {
    zh: "工业生产者出厂价格自{since:period}起连续{count:0}个月同比下降，{period}为{value}%",
    en: "Producer prices have fallen on the year for {count:0} months in a row since {since:period}; {period}: {value} %",
  },
  rationale: {
    zh: "月数由本产品设定。3个月为关注：排除基数造成的一两个月翻负；12个月为预警：2008年12月至2009年11月的下降恰为12个月，2019年7月起的一轮不足此数（其间2020年1月为正）；36个月为严重：2012年3月至2016年8月连续54个月，2022年10月起的一轮到2025年4月已31个月。",
    en: "Numbers of months set by the product. Watch at 3 leaves aside a month or two of base effects. Warning at 12: the fall from December 2008 to November 2009 lasted twelve months, the falls of 2019 and 2020 were shorter, with January 2020 above zero between them. Critical at 36: the 54 months from March 2012 to August 2016; the fall that began in October 2022 had lasted 31 by April 2025.",
  },
  reference: SIGNALS_REFERENCE,
  needs: ["ppi.yoy"],
  regions: "nation",
  subjects: [{ indicator: "ppi.yoy", region: NATION }],
  defaults: { below: 0, months: { watch: 3, warning: 12, critical: 36 } },
  evaluate: (inputs, options, context) =>
    persistenceSignal(
      "ppi.yoy",
      { zh: "工业生产者出厂价格同比", en: "producer prices, year on year" },
      inputs,
      options,
      context,
    ),
};
