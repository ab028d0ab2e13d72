import { describe, expect, it } from "vitest";
import { formatDate, formatInstant } from "./formatDate.ts";

describe("days and instants", () => {
  it("a release day in both languages", () => {
    expect(formatDate("2025-04-09", "zh")).toBe("2025年4月9日");
    expect(formatDate("2025-04-09", "en", "short")).toBe("9 Apr");
  });

  it("an instant is shown in Beijing time, over the date line too", () => {
    expect(formatInstant("2025-04-09T01:30:00.000Z")).toBe("2025-04-09 09:30");
    expect(formatInstant("2025-04-09T18:00:00.000Z")).toBe("2025-04-10 02:00");
  });

  it("refuses what is no day", () => {
    expect(() => formatDate("2025-02-30", "zh")).toThrow("2025-02-30");
  });
});
