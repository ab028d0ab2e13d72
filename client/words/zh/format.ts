import type { Frequency } from "../../../models/series/frequency.ts";
import type { GapReason, Status, VintageBasis } from "../../../models/series/observation.ts";

const frequency: Record<Frequency, string> = { A: "年", Q: "季", M: "月", W: "周", D: "日" };

const gap: Record<GapReason, string> = {
  "not-yet-released": "待发布",
  "not-published": "来源未公布",
  "combined-with-next": "与下期合并公布",
  withdrawn: "来源已撤回",
  "non-business-day": "非工作日",
  "no-announcement": "当日无公告",
  unknown: "缺失，原因不明",
};

const status: Record<Status, string> = {
  normal: "正式",
  provisional: "初步",
  revised: "修订",
  estimated: "估计",
  forecast: "预测",
  missing: "缺失",
};

const vintageBasis: Record<VintageBasis, string> = {
  "release-record": "发布记录",
  "publication-rule": "发布规则推定",
  document: "原文件日期",
  simulated: "模拟",
};

/** Units as people read them; `{n}` style templates are not needed: the number always stands before the unit. */
const unit: Record<string, string> = {
  percent: "%",
  "percentage-point": "个百分点",
  index: "",
  "index-point": "点",
  "index-same-month-100": "（上年同月=100）",
  percentile: "百分位",
  "standard-deviation": "个标准差",
  "hundred-million-yuan": "亿元",
  "trillion-yuan": "万亿元",
  "ten-thousand-yuan": "万元",
  yuan: "元",
  "hundred-million-usd": "亿美元",
  "trillion-usd": "万亿美元",
  "ten-thousand-usd": "万美元",
  "thousand-usd": "千美元",
  "ten-thousand-kwh": "万千瓦时",
  "hundred-million-kwh": "亿千瓦时",
  "trillion-kwh": "万亿千瓦时",
  "usd-per-barrel": "美元/桶",
  "usd-per-tonne": "美元/吨",
  "usd-per-kg": "美元/千克",
  "usd-per-mmbtu": "美元/百万英热单位",
  "usd-per-ounce": "美元/盎司",
  "usd-per-dmtu": "美元/干吨度",
  persons: "人",
  "ten-thousand-persons": "万人",
  "hundred-million-persons": "亿人",
  "per-thousand": "‰",
  years: "岁",
  hours: "小时",
  "million-tonnes": "百万吨",
  "hundred-million-tonnes": "亿吨",
  "tonnes-per-head": "吨/人",
  "terawatt-hours": "太瓦时",
  count: "个",
  "ten-thousand-count": "万个",
};

const adjective: Record<Frequency, string> = { A: "年度", Q: "季度", M: "月度", W: "周度", D: "日度" };

export const format = {
  frequency,
  /** As said of a series: 月度数据. */
  frequencyAdjective: adjective,
  gap,
  status,
  vintageBasis,
  unit,
  /** Where a unit stands alone and its sign would be empty. */
  bareUnit: { index: "指数", count: "个" } as Record<string, string>,
  expectedOn: (day: string): string => `待发布，预计 ${day}`,
  lateBy: (days: number): string => `迟到 ${days} 天`,
  noFigure: "无数据",
  cumulative: "累计",
  combined: "合并公布",
};
export type FormatWords = typeof format;
