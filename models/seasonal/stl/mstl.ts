import { AppError } from "../../errors.ts";
import { boxCox } from "../../statistics/boxCox.ts";
import { boxCoxLambda } from "../../statistics/boxCoxLambda.ts";
import { interpolateSeasonal } from "./interpolateSeasonal.ts";
import { defaultWindow, multipleSeasons, type Seasons } from "./multipleSeasons.ts";
import type { StlOptions } from "./stlOptions.ts";

/** Below it the way back would leave the figures. */
const LOWEST_LAMBDA = -0.9;

export interface MstlOptions extends Omit<StlOptions, "period" | "seasonalWindow"> {
  /** One or several seasons; those of which the series does not hold two are left out. */
  periods: readonly number[];
  /** One width for all, or one a season from the shortest on; by default 11, 15, 19, …. */
  seasonalWindow?: number | "periodic" | readonly (number | "periodic")[];
  /** How often the seasons are gone through, where there are several. */
  iterate?: number;
  /** Box–Cox transformation before; `auto` after Guerrero. */
  lambda?: number | "auto";
}

/** In the transformed scale. */
export interface MstlResult extends Seasons {
  /** What was decomposed: gaps filled, transformed. */
  data: Float64Array;
  lambda: number | null;
}

/**
 * STL with several seasons, y = Σ S_i + trend + remainder, each found with the others taken out, `iterate` times over.
 * Gaps (NaN) are interpolated first, then the transformation is applied.
 * Bandara, Hyndman & Bergmeir (2021), MSTL, arXiv 2107.13462; Cleveland et al. (1990).
 */
export function mstl(y: Float64Array, options: MstlOptions): MstlResult {
  const { periods, seasonalWindow, iterate = 2, lambda, ...rest } = options;
  const n = y.length;
  const held = [...periods].sort((a, b) => a - b).filter((m) => 2 * m < n);
  if (held.length === 0)
    throw new AppError(
      "not-enough-data",
      `No season is there twice: periods ${periods.join(", ") || "none"} in a series of ${n} figures.`,
    );
  if (!Number.isInteger(iterate) || iterate < 1)
    throw new AppError(
      "invalid-input",
      `The seasons are gone through ${iterate} times; a whole number from 1 on is needed.`,
    );
  const power =
    lambda === "auto" ? boxCoxLambda(y, held.at(-1)!, { lowest: LOWEST_LAMBDA }) : (lambda ?? null);
  const full = interpolateSeasonal(y, held, power);
  const data = power === null ? full : full.map((v) => boxCox(v, power));
  const bad = data.findIndex((v) => !Number.isFinite(v));
  if (bad >= 0)
    throw new AppError(
      "invalid-input",
      `Figure ${bad + 1} is ${full[bad]}: the transformation with λ = ${power} has no value there.`,
    );
  const rounds = held.length === 1 ? 1 : iterate;
  return {
    data,
    ...multipleSeasons(data, held, rounds, (i) => windowOf(seasonalWindow, i), rest),
    lambda: power,
  };
}

/** As told, a short list being repeated. */
function windowOf(given: MstlOptions["seasonalWindow"], i: number): number | "periodic" {
  if (given === undefined) return defaultWindow(i);
  return typeof given === "object" ? given[i % given.length]! : given;
}
