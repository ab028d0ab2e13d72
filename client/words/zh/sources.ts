export const sources = {
  title: "数据",
};
