import type { IndicatorId } from "../../../models/indicators/registry.ts";

/** How a row of the bureau's table becomes a figure of ours. `growth`: an index on 100 is read as a change in percent. */
export interface WideRow {
  indicator: IndicatorId;
  reads: "as-is" | "growth";
}

const asIs = (indicator: IndicatorId): WideRow => ({ indicator, reads: "as-is" });
const growth = (indicator: IndicatorId): WideRow => ({ indicator, reads: "growth" });

/** Row titles of the bureau's monthly tables, brackets and signs in their half-width form, without spaces. */
export const WIDE_TITLES: Readonly<Record<string, WideRow>> = {
  "居民消费价格指数(上年同月=100)": growth("cpi.yoy"),
  "居民消费价格指数(上月=100)": growth("cpi.mom"),
  "居民消费价格指数(上年同期=100)": growth("cpi.ytd-yoy"),
  "城市居民消费价格指数(上年同月=100)": growth("cpi.urban.yoy"),
  "城市居民消费价格指数(上月=100)": growth("cpi.urban.mom"),
  "农村居民消费价格指数(上年同月=100)": growth("cpi.rural.yoy"),
  "农村居民消费价格指数(上月=100)": growth("cpi.rural.mom"),
  "工业生产者出厂价格指数(上年同月=100)": growth("ppi.yoy"),
  "工业生产者出厂价格指数(上年同期=100)": growth("ppi.ytd-yoy"),
  "工业增加值_同比增长(%)": asIs("iva.yoy"),
  "工业增加值_累计增长(%)": asIs("iva.ytd-yoy"),
  "社会消费品零售总额_当期值(亿元)": asIs("retail.value"),
  "社会消费品零售总额_累计值(亿元)": asIs("retail.ytd"),
  "社会消费品零售总额_同比增长(%)": asIs("retail.yoy"),
  "社会消费品零售总额_累计增长(%)": asIs("retail.ytd-yoy"),
  "固定资产投资额_累计值(亿元)": asIs("fai.ytd"),
  "制造业采购经理指数(%)": asIs("pmi.manufacturing"),
  "非制造业商务活动指数(%)": asIs("pmi.non-manufacturing"),
  "全国城镇调查失业率(%)": asIs("unemployment.surveyed"),
  "31个大城市城镇调查失业率(%)": asIs("unemployment.31-cities"),
  "企业就业人员周平均工作时间(小时)": asIs("working-hours.weekly"),
};
