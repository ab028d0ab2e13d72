export const indicator = {
  title: "指标",
};
