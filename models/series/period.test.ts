import { describe, expect, it } from "vitest";
import { isoDate } from "./date.ts";
import { nextPeriod, parsePeriod, periodOfSlot, periodOfSpan, slotOf, spanOf } from "./period.ts";

describe("a period is a start and a length", () => {
  it.each([
    ["2026", "2026-01-01", "2026-12-31"],
    ["2026-Q1", "2026-01-01", "2026-03-31"],
    ["2024-02", "2024-02-01", "2024-02-29"],
    ["2026-01/P2M", "2026-01-01", "2026-02-28"],
    ["2026-01/P8M", "2026-01-01", "2026-08-31"],
    ["2026-W01", "2025-12-29", "2026-01-04"],
    ["2020-W53", "2020-12-28", "2021-01-03"],
    ["2026-03-05", "2026-03-05", "2026-03-05"],
  ])("%s runs from %s to %s and is written back the same", (text, start, end) => {
    const span = spanOf(text);
    expect([isoDate(span.start), isoDate(span.end)]).toEqual([start, end]);
    expect(periodOfSpan(span.start, span.end, text.endsWith("P8M") ? "year-to-date" : "period")).toBe(text);
  });

  it.each([
    "",
    "2026-13",
    "2026-00",
    "2026-Q5",
    "2026-01/P0M",
    "2026-01/P13M",
    "2026-W54",
    "2025-W53",
    "2026-02-30",
    "26-03",
    "2026-3",
  ])("%j is no period", (text) => expect(parsePeriod(text)).toBeNull());

  it("puts January–February and the running total in February's slot", () => {
    expect(slotOf("2026-01/P2M", "M")).toBe(slotOf("2026-02", "M"));
    expect(slotOf("2026-01/P8M", "M")).toBe(slotOf("2026-08", "M"));
    expect(periodOfSlot(slotOf("2026-08", "M"), "M", "year-to-date")).toBe("2026-01/P8M");
    expect(periodOfSlot(slotOf("2026-Q3", "Q"), "Q", "year-to-date")).toBe("2026-01/P9M");
  });

  it("steps across years", () => {
    expect(nextPeriod("2025-12", "M")).toBe("2026-01");
    expect(nextPeriod("2026-Q1", "Q", -1)).toBe("2025-Q4");
    expect(nextPeriod("2026-W01", "W", -1)).toBe("2025-W52");
    expect(nextPeriod("2024-02-28", "D", 2)).toBe("2024-03-01");
    expect(nextPeriod("2026", "A", 3)).toBe("2029");
  });
});
