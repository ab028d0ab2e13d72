import type { ReadRule } from "./rule.ts";

/** A line has the cells of the header, its quotes close on it, and it is of a length a figure can have. */
export const brokenLine: ReadRule = {
  id: "broken-line",
  stage: "read",
  outcome: "rejected",
  title: { zh: "行结构损坏", en: "Broken line" },
  words: {
    zh: "该行结构有误：{found}；应为：{needed}",
    en: "the line is broken: {found}; needed: {needed}",
  },
  needed: () => "cells = header",
};
