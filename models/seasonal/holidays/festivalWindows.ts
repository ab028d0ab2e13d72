import { festivalShare } from "../regarima/festivalShare.ts";

/** Days before, during and after New Year's Day that move figures between January and February. METHODS: RBA RDP 2015-13. */
const WINDOWS = [
  { name: "before", from: -15, to: -1 },
  { name: "during", from: 0, to: 6 },
  { name: "after", from: 7, to: 21 },
] as const;

/** Month by month from January of `firstYear`, each window's share less its calendar month's mean: for the state-space split. */
export function festivalColumns(firstYear: number, months: number): Float64Array[] {
  return WINDOWS.map((w) =>
    festivalShare(
      { first: 12 * firstYear, count: months, period: 12 },
      { ...w, festival: "spring-festival" },
    ),
  );
}

/** What of the three windows falls in January (the last: in February) of a year: for the calendar split. */
export function festivalOf(year: number): number[] {
  return WINDOWS.map((w, i) => {
    const share = festivalShare(
      { first: 12 * year, count: 2, period: 12 },
      { ...w, festival: "spring-festival", centred: null },
    );
    return share[i === 2 ? 1 : 0]!;
  });
}
