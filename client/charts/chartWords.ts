import type { Locale } from "../format/locale.ts";

const zh = {
  period: "时期",
  normalBand: (low: string, high: string): string => `正常区间 ${low}–${high}`,
  zones: { 1: "过冷", 2: "偏冷", 3: "正常", 4: "偏热", 5: "过热" } as Record<1 | 2 | 3 | 4 | 5, string>,
  interval: (level: number): string => `${level}% 区间`,
  forecast: "预测",
  actual: "实际",
  predicted: "当时的一步预测",
  total: "合计",
  possible: (low: string, high: string): string => `未到齐，可能在 ${low}–${high}`,
  first: "首次公布",
  latest: "最新版本",
  chart: "图表",
  table: "看表格",
  backToChart: "看图",
  keys: "左右方向键逐点读数",
  failed: "图表组件未能加载，表格仍可查看。",
  retry: "重试",
  onRight: (name: string): string => `${name}（右轴）`,
  download: "下载 CSV、PNG、SVG",
  exportFailed: (why: string): string => `未能导出：${why}`,
};

const en: typeof zh = {
  period: "Period",
  normalBand: (low, high) => `Normal band ${low} to ${high}`,
  zones: { 1: "Cold", 2: "Cool", 3: "Normal", 4: "Warm", 5: "Overheating" },
  interval: (level) => `${level}% interval`,
  forecast: "Forecast",
  actual: "Actual",
  predicted: "One-step forecast at the time",
  total: "Total",
  possible: (low, high) => `incomplete, between ${low} and ${high}`,
  first: "First published",
  latest: "Latest vintage",
  chart: "chart",
  table: "Show table",
  backToChart: "Show chart",
  keys: "Left and right arrow keys read point by point",
  failed: "The chart component could not be loaded; the table is still available.",
  retry: "Try again",
  onRight: (name) => `${name} (right axis)`,
  download: "Download CSV, PNG, SVG",
  exportFailed: (why) => `Could not export: ${why}`,
};

export function chartWords(locale: Locale): typeof zh {
  return locale === "zh" ? zh : en;
}
