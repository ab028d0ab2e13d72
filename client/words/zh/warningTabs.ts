export const warningTabs = {
  label: "预警分页",
  alerts: "收件箱",
  risk: "风险监测",
};
