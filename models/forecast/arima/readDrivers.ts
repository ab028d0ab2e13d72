import { AppError } from "../../errors.ts";
import { periodOfSlot } from "../../series/period.ts";
import type { Series } from "../../series/series.ts";
import { leastSquares } from "../../statistics/leastSquares.ts";
import type { Target } from "../target.ts";

export interface Drivers {
  names: readonly string[];
  /** One column a driver, beside the target's figures. */
  past: readonly Float64Array[];
  /** The same over the periods after the target. Throws AppError("not-enough-data") where a driver ends before them. */
  future(horizon: number): Float64Array[];
}

/** A driver less its mean must keep this share of itself beside those before it. */
const NEW = 1e-8;

/**
 * Lays drivers beside the target, period by period. Throws AppError("invalid-input") for another frequency, a period of the
 * target's that a driver lacks (named), a number that is not finite, a driver that never moves, or one that says nothing
 * beyond those before it.
 */
export function readDrivers(series: Series, target: Target, drivers: readonly Series[]): Drivers {
  const first = series.firstSlot + target.offset;
  const past = drivers.map((driver) => {
    if (driver.frequency !== series.frequency)
      throw new AppError(
        "invalid-input",
        `drivers have the target's frequency, ${series.frequency}; ${driver.indicator} has ${driver.frequency}`,
      );
    return stretch(driver, first, target.y.length, "invalid-input", "the whole of the target");
  });
  refuseRepeats(drivers, past);
  return {
    names: drivers.map((d) => d.indicator),
    past,
    future: (horizon) =>
      drivers.map((driver) =>
        stretch(
          driver,
          first + target.y.length,
          horizon,
          "not-enough-data",
          `the ${horizon} periods of the forecast`,
        ),
      ),
  };
}

function stretch(
  driver: Series,
  from: number,
  length: number,
  code: "invalid-input" | "not-enough-data",
  span: string,
): Float64Array {
  return Float64Array.from({ length }, (_, i) => {
    const value = driver.values[from + i - driver.firstSlot] ?? null;
    if (value !== null && Number.isFinite(value)) return value;
    const period = periodOfSlot(from + i, driver.frequency, driver.basis);
    throw new AppError(
      value === null ? code : "invalid-input",
      value === null
        ? `a driver is needed over ${span}; ${driver.indicator} has no figure for ${period}`
        : `${driver.indicator} holds ${value} in ${period}; models need finite numbers`,
    );
  });
}

function refuseRepeats(drivers: readonly Series[], past: readonly Float64Array[]): void {
  const centred = past.map((x) => {
    const mean = x.reduce((a, v) => a + v, 0) / x.length;
    return x.map((v) => v - mean);
  });
  centred.forEach((x, i) => {
    const { residualSquares } = leastSquares(x, centred.slice(0, i));
    const whole = x.reduce((a, v) => a + v * v, 0);
    const size = past[i]!.reduce((a, v) => a + v * v, 0);
    if (whole > 1e-20 * size && residualSquares > NEW * whole) return;
    const name = drivers[i]!.indicator;
    throw new AppError(
      "invalid-input",
      whole > 1e-20 * size
        ? `the driver ${name} is a combination of those before it; each must bring something of its own`
        : `the driver ${name} never moves over the target's periods; it must`,
    );
  });
}
