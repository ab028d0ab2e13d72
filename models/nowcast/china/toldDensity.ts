import { AppError } from "../../errors.ts";
import { normalQuantile } from "../../statistics/normalQuantile.ts";
import type { ToldDensity } from "./nowcastResult.ts";

export const LEVELS = [50, 80, 95] as const;

/** N(mean, sd²) with its central intervals of 50, 80 and 95 percent. Throws where either number is not finite or sd is below 0. */
export function toldDensity(mean: number, sd: number): ToldDensity {
  if (!Number.isFinite(mean) || !Number.isFinite(sd) || sd < 0)
    throw new AppError(
      "invalid-input",
      `a density needs a finite mean and a standard deviation from 0; found ${mean} and ${sd}`,
    );
  const intervals = LEVELS.map((level) => {
    const z = normalQuantile(0.5 + level / 200);
    return { level, lower: mean - z * sd, upper: mean + z * sd };
  });
  return { mean, sd, intervals };
}
