/** Terms of alerts that more than one page uses. */
export const alertTerms = {
  states: {
    open: "待确认",
    acknowledged: "已确认",
    "in-work": "处理中",
    silenced: "已静默",
    closed: "已关闭",
  },
  severities: { none: "无", watch: "关注", warning: "预警", critical: "严重" },
  tones: { hot: "偏热", cold: "偏冷", none: "数据", veryHot: "过热", veryCold: "过冷" },
};
