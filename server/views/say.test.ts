import { describe, expect, it } from "vitest";
import { sayChange, sayFigure, sayNumber, sayPeriod, saySigned } from "./say.ts";

describe("numbers and periods in sentences", () => {
  it("has a true minus and no negative zero", () => {
    expect([
      sayNumber(-0.04, 1),
      sayNumber(-6.8, 1),
      saySigned(0.3, 1),
      saySigned(-0.3, 1),
      saySigned(0.01, 1),
    ]).toEqual(["0.0", "−6.8", "+0.3", "−0.3", "0.0"]);
  });

  it("says the change of a percent figure in percentage points", () => {
    expect(sayFigure(-0.1, "percent", 1).zh).toBe("−0.1%");
    expect(sayChange(-0.2, "percent", 1)).toEqual({ zh: "0.2个百分点", en: "0.2 pp" });
  });

  it("scales magnitudes as each language reads them", () => {
    expect(sayFigure(1349084, "hundred-million-yuan", 1)).toEqual({
      zh: "134.9万亿元",
      en: "134.9 trillion yuan",
    });
    expect(sayFigure(-884, "hundred-million-yuan", 1)).toEqual({
      zh: "−884.0亿元",
      en: "−88.40 billion yuan",
    });
  });

  it.each([
    ["2025-04", "2025年4月", "Apr 2025"],
    ["2025-Q1", "2025年一季度", "Q1 2025"],
    ["2025-01/P2M", "2025年1–2月", "Jan–Feb 2025"],
    ["2025-01/P1M", "2025年1月", "Jan 2025"],
    ["2025", "2025年", "2025"],
  ])("%s is %s", (period, zh, en) => expect(sayPeriod(period)).toEqual({ zh, en }));
});
