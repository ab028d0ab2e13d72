import { AppError } from "../../errors.ts";
import { type EtsFamilyOptions, etsFamily, etsMembers } from "./etsSpec.ts";
import { type EtsFit, fitEts } from "./fitEts.ts";

/** The additive-error member with the lowest AICc; the seasonal ones are tried where y covers three years or more. */
export function chooseEts(y: Float64Array, m: number, seasonal: boolean): EtsFit {
  const fits = etsFamily(seasonal && m > 1 && y.length >= 3 * m).map((spec) => fitEts(y, m, spec));
  return fits.reduce((best, fit) => (fit.aicc < best.aicc ? fit : best));
}

/** All members are compared after a rough search; those that might still win are searched to the end. */
const ROUGH = 1e-5;
/** What a search may still gain after the rough one, in points of the criterion: a few tenths have been seen. */
const MARGIN = 6;

export interface EtsChoice extends EtsFamilyOptions {
  criterion?: "aicc" | "aic" | "bic";
  seasonal?: boolean;
}

/**
 * The member with the lowest criterion among all that suit the series: multiplications only where every figure is positive,
 * a season only where one full season more than its effects is known. Hyndman et al. 2008, §5.2; the family tried
 * by default is that of Hyndman & Khandakar (2008), Journal of Statistical Software 27(3), §2.
 */
export function chooseEtsMember(
  y: Float64Array,
  m: number,
  { criterion = "aicc", seasonal = true, ...family }: EtsChoice = {},
): EtsFit {
  const known = y.filter((v) => !Number.isNaN(v));
  const infinite = known.find((v) => !Number.isFinite(v));
  if (infinite !== undefined)
    throw new AppError(
      "invalid-input",
      `exponential smoothing needs finite figures or gaps; found ${infinite}`,
    );
  const positive = known.every((v) => v > 0);
  const members = etsMembers(seasonal && m > 1 && known.length >= m + 5, positive, family);
  const rough = members.map((spec) => fitEts(y, m, spec, {}, { tolerance: ROUGH }));
  if (!rough.some((fit) => Number.isFinite(fit[criterion])))
    throw new AppError(
      "invalid-input",
      "no exponential smoothing has a likelihood: squares of these figures leave the range of numbers; rescale them",
    );
  const least = Math.min(...rough.map((fit) => fit[criterion]));
  return rough
    .filter((fit) => fit[criterion] < least + MARGIN)
    .map((fit) => fitEts(y, m, fit.spec, {}, { from: fit.coordinates }))
    .reduce((best, fit) => (fit[criterion] < best[criterion] ? fit : best));
}
