import { describe, expect, it } from "vitest";
import { formatNumber } from "./formatNumber.ts";

describe("numbers as people read them", () => {
  it("a fall is written with a true minus, not a hyphen", () => {
    expect(formatNumber(-0.3, 1)).toBe("\u22120.3");
  });

  it("the decimals of an indicator are fixed: 5 % to one decimal is 5.0", () => {
    expect(formatNumber(5, 1)).toBe("5.0");
  });

  it("halves round away from zero on the decimal text, as the sources round", () => {
    expect(formatNumber(0.15, 1)).toBe("0.2");
    expect(formatNumber(-0.15, 1)).toBe("\u22120.2");
    expect(formatNumber(1.005, 2)).toBe("1.01");
  });

  it("what rounds to zero has no sign", () => {
    expect(formatNumber(-0.04, 1)).toBe("0.0");
    expect(formatNumber(0.04, 1, { sign: true })).toBe("0.0");
  });

  it("a change carries its plus", () => {
    expect(formatNumber(0.2, 1, { sign: true })).toBe("+0.2");
  });

  it("four digits stay together, five are grouped", () => {
    expect(formatNumber(4567, 0)).toBe("4567");
    expect(formatNumber(1349084, 0)).toBe("1,349,084");
  });

  it("refuses what is no number instead of printing NaN", () => {
    expect(() => formatNumber(Number.NaN, 1)).toThrow("NaN");
  });
});
