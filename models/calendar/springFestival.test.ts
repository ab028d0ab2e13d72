import { describe, expect, it } from "vitest";
import { LAST_SPRING_FESTIVAL, springFestival } from "./springFestival.ts";

describe("Lunar New Year's Day", () => {
  it.each([
    [1980, "1980-02-16"],
    [2008, "2008-02-07"],
    [2023, "2023-01-22"],
    [2024, "2024-02-10"],
    [2025, "2025-01-29"],
    [2026, "2026-02-17"],
    [2027, "2027-02-06"],
    [2035, "2035-02-08"],
  ])("of %i is %s", (year, date) => expect(springFestival(year)).toBe(date));

  it("lies between 21 January and 20 February in every year of the table", () => {
    for (let year = 1951; year <= LAST_SPRING_FESTIVAL; year++) {
      const day = springFestival(year)!.slice(5);
      expect(day >= "01-21" && day <= "02-20", `${year}-${day}`).toBe(true);
    }
  });

  it("is not guessed outside the table", () => {
    expect([springFestival(1950), springFestival(2101)]).toEqual([null, null]);
  });
});
