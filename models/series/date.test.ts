import { expect, it } from "vitest";
import { civil, epochDay } from "./date.ts";

it("every day from 1600 to 2400 has the year, month and day of the library's calendar, and comes back from them", () => {
  const odd: number[] = [];
  for (let day = epochDay(1600, 1, 1); day < epochDay(2400, 12, 31); day++) {
    const told = civil(day);
    const date = new Date(day * 86_400_000);
    const same =
      told.year === date.getUTCFullYear() &&
      told.month === date.getUTCMonth() + 1 &&
      told.day === date.getUTCDate() &&
      epochDay(told.year, told.month, told.day) === day;
    if (!same) odd.push(day);
  }
  expect(odd).toEqual([]);
});
