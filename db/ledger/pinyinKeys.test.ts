import { expect, it } from "vitest";
import { pinyinKeys } from "./pinyinKeys.ts";

it.each([
  ["居民消费价格", "juminxiaofeijiage", "jmxfjg"],
  ["重庆", "chongqing", "cq"],
  ["M2同比", "m2tongbi", "m2tb"],
  ["银行间7天回购（加权）", "yinhangjian7tianhuigoujiaquan", "yhj7thgjq"],
  ["GDP", "gdp", "gdp"],
])("%s is found by %s and by %s", (name, full, initials) => {
  expect(pinyinKeys(name)).toEqual({ full, initials });
});
