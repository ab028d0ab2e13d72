import { describe, expect, it } from "vitest";
import { twinCsv } from "./twinCsv.ts";

const twin = {
  caption: "CPI",
  head: "时期",
  columns: ["实际", "80% 区间"],
  rows: [
    { head: "2025年3月", cells: ["−0.1%", ""], period: "2025-03", raw: [-0.1, null] },
    { head: "2025年4月", cells: ["", "−0.4 – 0.5"], period: "2025-04", raw: [null, [-0.41, 0.52] as const] },
  ],
};

describe("a drawing's figures as a file", () => {
  it("carries its passport, machine-readable periods and unrounded figures; intervals are two columns", () => {
    expect(twinCsv(twin, { title: "CPI 同比", lines: ["单位：%", "来源：国家统计局"] })).toBe(
      "\uFEFF# CPI 同比\r\n# 单位：%\r\n# 来源：国家统计局\r\n时期,实际,80% 区间 (lower),80% 区间 (upper)\r\n" +
        "2025-03,-0.1,,\r\n2025-04,,-0.41,0.52\r\n",
    );
  });

  it("a name that a spreadsheet would run as a formula stays a name", () => {
    const bad = { ...twin, columns: ['=HYPERLINK("x")', "b"] };
    expect(twinCsv(bad, { title: "t", lines: [] })).toContain(`"'=HYPERLINK(""x"")"`);
  });
});
