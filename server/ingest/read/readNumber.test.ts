import { describe, expect, it } from "vitest";
import { readNumber } from "./readNumber.ts";

describe("a figure is read as tables print it", () => {
  it.each([
    ["1.5", 1.5],
    ["-0.8", -0.8],
    ["+2.1", 2.1],
    [".5", 0.5],
    ["2.", 2],
    ["1,234.5", 1234.5],
    ["-12,345,678", -12345678],
    ["１，２３４．５", 1234.5],
    ["−1.2", -1.2],
    ["－１．２", -1.2],
    ["(1.2)", -1.2],
    ["（1,200）", -1200],
    ["1.2E+05", 120000],
    [" 3.0 ", 3],
  ])("%s", (text, value) => {
    expect(readNumber(text)).toBe(value);
  });

  it.each(["", "  ", "-", "—", "——", "…", "……", "--", "N/A", "null", "无"])(
    "“%s” says there is no figure",
    (text) => {
      expect(readNumber(text)).toBeNull();
    },
  );

  it.each([
    "1,23",
    "1,2345",
    "12%",
    "1.2.3",
    "abc",
    "=1+1",
    "@SUM(A1)",
    "+cmd|' /C calc'!A0",
    "0x1F",
    "1 234",
    "((1))",
    "(-1)",
    "1.2亿",
    "1;DROP TABLE",
  ])("“%s” is not guessed at", (text) => {
    expect(readNumber(text)).toBeUndefined();
  });

  it.each([
    ["NaN", Number.NaN],
    ["inf", Infinity],
    ["-Infinity", -Infinity],
    ["1e999", Infinity],
  ])("%s is handed to the gate as it is", (text, value) => {
    expect(readNumber(text)).toBe(value);
  });
});
