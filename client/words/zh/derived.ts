import type { DerivedGap, DerivedWay } from "../../../models/yearToDate/china/derivedCell.ts";

const ways: Record<DerivedWay, string> = {
  published: "公布值",
  differenced: "推算：累计值相减",
  parted: "推算：1—2月拆分",
  bridged: "几个月合计",
};

const gaps: Record<DerivedGap, string> = {
  "no-total": "来源没有公布该期累计值",
  within: "与后面的月份合并公布",
  "total-fell": "累计值比上期小，来源修订过，不作推算",
  "restated-within": "累计值年内被调整过，相减明显偏小，不作推算",
  "no-growth": "来源没有公布该期累计增速",
  "too-rounded": "四舍五入留下的范围太大，不作推算",
};

export const derived = {
  heading: { M: "推算当月值", Q: "推算当季值" },
  none: "没有推算的单期值",
  computing: (day: string): string => `正在按${day}已知的累计值推算`,
  ways,
  gaps,
  covers: (months: number): string => `${months}个月合计`,
  shows: { amounts: "金额或数量", growth: "同比" },
  show: "看什么",
  range: "范围",
  how: "来历",
  growth: "同比",
  legend:
    "圆点为公布值，空心点为1—2月拆分的估计，竖线为上下限；粗横线为几个月合计的增速；没有标记的点由累计值推算。",
  subtitle: (parts: string[]): string => parts.filter((p) => p !== "").join("；"),
  notPublished: "推算，非来源公布",
  mixed: "圆点为来源公布，其余为推算",
  method: "怎样推算的",
  refused: "不推算的",
  restated: "公布的累计金额与累计增速对不上的月份",
  restatedLead: (n: number, period: string, published: string, byLevels: string): string =>
    `共${n}个月，说明上年基数被调整过；最近一次是${period}：公布增速${published}，按两年金额相除为${byLevels}。推算的同比以公布增速为准。`,
  csv: "下载推算数据",
  source: (source: string): string => `来源：${source}`,
  known: (day: string): string => `数据截至 ${day}`,
  simulated: "模拟数据，非真实统计",
  label: (name: string): string => `${name}推算的单期值`,
};
