import { expect, it } from "vitest";
import { normaliseText } from "./normaliseText.ts";

it.each([
  ["full-width digits and point", "１２３．５", "123.5"],
  ["full-width minus and percent", "－１．２％", "-1.2%"],
  ["ideographic spaces at the ends", "\u3000北京\u3000", "北京"],
  ["a byte-order mark before a header", "\uFEFF指标", "指标"],
  ["a zero-width space inside a code", "cpi.\u200Byoy", "cpi.yoy"],
  ["full-width brackets of a name", "居民消费价格（同比）", "居民消费价格(同比)"],
  ["Chinese punctuation stays", "一、二。", "一、二。"],
])("%s", (_, written, meant) => {
  expect(normaliseText(written)).toBe(meant);
});
