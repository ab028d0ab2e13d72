import calendar from "chinese-days";
import { describe, expect, it } from "vitest";
import { LUNAR_FROM, LUNAR_TO, lunarFestival } from "./lunarFestivals.ts";

describe("festivals of the lunar calendar", () => {
  it.each([
    ["dragon-boat", 2024, "2024-06-10"],
    ["dragon-boat", 2025, "2025-05-31"],
    ["mid-autumn", 2020, "2020-10-01"],
    ["mid-autumn", 2025, "2025-10-06"],
    ["spring-festival", 1951, "1951-02-06"],
  ] as const)("%s of %i is on %s", (festival, year, date) =>
    expect(lunarFestival(festival, year)).toBe(date),
  );

  it("agree with another compiler of the lunar calendar in every year", () => {
    for (let year = LUNAR_FROM; year <= LUNAR_TO; year++)
      for (const [festival, lunar] of [
        ["spring-festival", "01-01"],
        ["dragon-boat", "05-05"],
        ["mid-autumn", "08-15"],
      ] as const)
        expect(lunarFestival(festival, year)).toBe(calendar.getSolarDateFromLunar(`${year}-${lunar}`).date);
  });

  it("are not guessed outside the tables", () => {
    expect([lunarFestival("mid-autumn", 1950), lunarFestival("mid-autumn", 2101)]).toEqual([null, null]);
  });
});
