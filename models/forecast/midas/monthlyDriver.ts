import { AppError } from "../../errors.ts";
import type { Series } from "../../series/series.ts";

/** A monthly series laid beside quarters. */
export interface MonthlyDriver {
  name: string;
  /** From the first month of some quarter to the last known one; NaN where there is none. */
  x: Float64Array;
  /** Quarter slot q of the target stands at row q − firstQuarter: x[3·row] is its first month. */
  firstQuarter: number;
}

/**
 * Reads a driver that must be monthly. Throws AppError: "invalid-input" for another frequency, running totals or numbers
 * that are not finite, "not-enough-data" for a series without figures.
 */
export function monthlyDriver(model: string, driver: Series): MonthlyDriver {
  if (driver.frequency !== "M" || driver.basis !== "period")
    throw new AppError(
      "invalid-input",
      `${model} reads monthly drivers of single months; ${driver.indicator} is of frequency ${driver.frequency}, basis ${driver.basis}`,
    );
  const last = driver.values.findLastIndex((v) => v !== null);
  if (last < 0)
    throw new AppError("not-enough-data", `${model} needs figures of ${driver.indicator}; found none`);
  const firstQuarter = Math.floor(driver.firstSlot / 3);
  const shift = driver.firstSlot - 3 * firstQuarter;
  const x = new Float64Array(shift + last + 1).fill(Number.NaN);
  for (let i = 0; i <= last; i++) {
    const value = driver.values[i] ?? Number.NaN;
    if (driver.values[i] !== null && !Number.isFinite(value))
      throw new AppError(
        "invalid-input",
        `${driver.indicator} holds ${value} in ${driver.periods[i]}; needed a number`,
      );
    x[shift + i] = value;
  }
  return { name: driver.indicator, x, firstQuarter };
}
