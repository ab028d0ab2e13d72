import { describe, expect, it } from "vitest";
import { csvOf } from "./tableTwin.ts";

const columns = [{ heading: "时期" }, { heading: "数值" }];

describe("a panel's table as CSV", () => {
  it("begins with a byte-order mark and ends every line as spreadsheets expect", () => {
    expect(csvOf({ caption: "", columns, rows: [["2025年3月", "0.5"]] })).toBe(
      "\uFEFF时期,数值\r\n2025年3月,0.5\r\n",
    );
  });
  it("writes the true minus of the screen as the minus a program can read", () => {
    expect(csvOf({ caption: "", columns, rows: [["a", "−2.6"]] })).toContain("a,-2.6");
  });
  it("quotes commas and quotation marks", () => {
    expect(csvOf({ caption: "", columns, rows: [['say "x"', "1,234.5"]] })).toContain(
      '"say ""x""","1,234.5"',
    );
  });
  it("disarms text that a spreadsheet would run as a formula, but leaves signed numbers", () => {
    const csv = csvOf({ caption: "", columns, rows: [["=HYPERLINK()", "+0.3"]] });
    expect(csv).toContain("'=HYPERLINK(),+0.3");
  });
});
