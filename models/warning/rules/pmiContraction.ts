import { NATION } from "../../indicators/nation.ts";
import type { WarningRule } from "../contract.ts";
import { type PersistenceOptions, persistenceSignal } from "../persistence.ts";
import { SIGNALS_REFERENCE } from "../references.ts";

/** Manufacturing has shrunk for months on end: n months in a row with pmi.manufacturing < 50; watch 3, warning 6, critical 12. */
export const pmiContraction: WarningRule<PersistenceOptions> = {
  id: "pmi-contraction",
  version: "1",
  kind: "persistence",
  title: { zh: "制造业持续收缩", en: "Manufacturing keeps shrinking" },
  message: {
    zh: "制造业采购经理指数自{since:period}起连续{count:0}个月低于{threshold:0}%，{period}为{value}%",
    en: "The manufacturing PMI has been below {threshold:0} % for {count:0} months in a row since {since:period}; {period}: {value} %",
  },
  rationale: {
    zh: "月数由本产品设定。3个月为关注：单月低于50常由春节错月引起，连续3个月不能再以节日解释；6个月为预警：2008年以来只有2015年8月至2016年2月（7个月）和2019年5月至10月（6个月）到达，均伴随工业增速下行；12个月为严重：2008年以来未出现，留作分界。",
    en: "Numbers of months set by the product. Watch at 3: one month below 50 is often the moving Spring Festival, three in a row are not. Warning at 6: since 2008 only August 2015 to February 2016 (seven) and May to October 2019 (six), both with slowing industry. Critical at 12: not seen since 2008, kept as the outer bound.",
  },
  reference: SIGNALS_REFERENCE,
  needs: ["pmi.manufacturing"],
  regions: "nation",
  subjects: [{ indicator: "pmi.manufacturing", region: NATION }],
  defaults: { below: 50, months: { watch: 3, warning: 6, critical: 12 } },
  evaluate: (inputs, options, context) =>
    persistenceSignal(
      "pmi.manufacturing",
      { zh: "制造业采购经理指数", en: "manufacturing PMI" },
      inputs,
      options,
      context,
    ),
};
