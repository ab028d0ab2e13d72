/**
 * How a published figure reads the latent monthly growth x of its series: z(t) = Σ_l w_l x(t−l), x = λ′f + e.
 *
 *   monthly            z = x                                       (a month, a stock at month's end, a monthly year-on-year rate)
 *   weekly-mean        z = x, the mean of the weeks that ended in the month; its noise has variance σ²/n, n weeks
 *   quarterly-growth   z = (x + 2x₋₁ + 3x₋₂ + 2x₋₃ + x₋₄)/scale      quarter on quarter, x month on month; scale 3 sums, 9 averages
 *   quarterly-mean     z = (x + x₋₁ + x₋₂)/3                        quarterly year-on-year, x monthly year-on-year
 *   quarter-end        z = x in the last month of the quarter
 *   year-to-date       z = Σ_{j≤m} s_j x_j / Σ_{j≤m} s_j            month m of the year, s base-period shares of the months
 *   january-february   z = ω₁x_Jan + ω₂x_Feb in February, z = x from March on, January unpublished; plain months before `since`
 *
 * Mariano & Murasawa (2003) for quarterly growth; Bańbura & Modugno (2014) §2.2. A weekly series enters as the mean of
 * its weeks so far: exact where its idiosyncratic part is independent from week to week, and no state is spent on it.
 */
export type MeasurementRow =
  | { kind: "monthly" }
  | { kind: "weekly-mean" }
  | { kind: "quarterly-growth"; scale?: number }
  | { kind: "quarterly-mean" }
  | { kind: "quarter-end" }
  | { kind: "year-to-date"; shares?: readonly number[] }
  | { kind: "january-february"; january?: number; february?: number; since?: number };

const POINT: readonly number[] = [1];
const THIRDS: readonly number[] = [1 / 3, 1 / 3, 1 / 3];

/** The weights w₀, w₁, … of a row in a month (slot of frequency M, `since` too); null where it publishes nothing. */
export function rowWeights(row: MeasurementRow, slot: number): readonly number[] | null {
  const month = slot % 12;
  switch (row.kind) {
    case "monthly":
    case "weekly-mean":
      return POINT;
    case "quarter-end":
      return month % 3 === 2 ? POINT : null;
    case "quarterly-mean":
      return month % 3 === 2 ? THIRDS : null;
    case "quarterly-growth":
      return month % 3 === 2 ? [1, 2, 3, 2, 1].map((w) => w / (row.scale ?? 3)) : null;
    case "january-february":
      if (!combines(row, slot)) return POINT;
      if (month === 0) return null;
      return month === 1 ? [row.february ?? 0.5, row.january ?? 0.5] : POINT;
    case "year-to-date": {
      const total = sharesTo(row, month);
      return Array.from({ length: month + 1 }, (_, l) => shareOf(row, month - l) / total);
    }
  }
}

/** true in the months from which January and February come together. */
export const combines = (row: MeasurementRow, slot: number): boolean =>
  row.kind === "january-february" && slot >= (row.since ?? Number.NEGATIVE_INFINITY);

/** The base-period share s of a calendar month in the year; equal shares unless given. */
export const shareOf = (row: { shares?: readonly number[] }, month: number): number =>
  row.shares?.[month] ?? 1 / 12;

/** Σ_{j≤month} s_j. */
export function sharesTo(row: { shares?: readonly number[] }, month: number): number {
  let sum = 0;
  for (let j = 0; j <= month; j++) sum += shareOf(row, j);
  return sum;
}

/** true for rows that speak once a quarter, in its last month. */
export const isQuarterly = (row: MeasurementRow): boolean =>
  row.kind === "quarterly-growth" || row.kind === "quarterly-mean" || row.kind === "quarter-end";

/** The longest reach of a row: how many months its weights may cover. */
export function rowLength(row: MeasurementRow): number {
  if (row.kind === "quarterly-growth") return 5;
  if (row.kind === "quarterly-mean") return 3;
  if (row.kind === "january-february") return 2;
  return row.kind === "year-to-date" ? 12 : 1;
}
