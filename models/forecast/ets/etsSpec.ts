/** A additive: the error has the figure's unit. M multiplicative: it is a share of the forecast. */
export type ErrorKind = "A" | "M";
/** N none, A additive, M multiplicative; d damped. */
export type Trend = "N" | "A" | "Ad" | "M" | "Md";
export type Season = "N" | "A" | "M";

/** A member of the family, written ETS(error, trend, season). */
export interface EtsSpec {
  error: ErrorKind;
  trend: Trend;
  season: Season;
}

export interface EtsFamilyOptions {
  /** Additive errors and components alone. */
  additiveOnly?: boolean;
  /** Trends that multiply: forecasts grow like compound interest. */
  multiplicativeTrend?: boolean;
  /** Leave out members whose forecast variance is infinite or nearly so: A,·,M; A,M,·; M,M,A and their damped kin. */
  restrict?: boolean;
}

/**
 * Every member that may be tried: the seasonal ones only where there is a season, those with a multiplication only where
 * every figure is positive. Hyndman, Koehler, Ord & Snyder (2008), table 2.1 and §2.8.
 */
export function etsMembers(
  seasonal: boolean,
  positive: boolean,
  { additiveOnly = false, multiplicativeTrend = false, restrict = true }: EtsFamilyOptions = {},
): EtsSpec[] {
  const multiply = positive && !additiveOnly;
  const errors: readonly ErrorKind[] = multiply ? ["A", "M"] : ["A"];
  const trends: readonly Trend[] =
    multiply && multiplicativeTrend ? ["N", "A", "Ad", "M", "Md"] : ["N", "A", "Ad"];
  const seasons: readonly Season[] = seasonal ? (multiply ? ["N", "A", "M"] : ["N", "A"]) : ["N"];
  return errors.flatMap((error) =>
    seasons.flatMap((season) =>
      trends.map((trend) => ({ error, trend, season })).filter((spec) => !restrict || !isUnstable(spec)),
    ),
  );
}

function isUnstable({ error, trend, season }: EtsSpec): boolean {
  const grows = trend === "M" || trend === "Md";
  return error === "A" ? season === "M" || grows : grows && season === "A";
}

/** The additive-error members of which the scheduled model takes the best. */
export const etsFamily = (seasonal: boolean): EtsSpec[] =>
  etsMembers(seasonal, false, { additiveOnly: true });

/** As the literature writes a member: ETS(error,trend,season), N for none. */
export const etsName = ({ error, trend, season }: EtsSpec): string => `ETS(${error},${trend},${season})`;

/** Whether the slope is damped by φ. */
export const isDamped = (spec: EtsSpec): boolean => spec.trend === "Ad" || spec.trend === "Md";

/** Whether a figure, level or effect must stay above zero for the member to have a meaning. */
export const needsPositive = ({ error, trend, season }: EtsSpec): boolean =>
  error === "M" || trend === "M" || trend === "Md" || season === "M";

/** Smoothing parameters and initial states, without σ². */
export function parameterCount(spec: EtsSpec, m: number): number {
  const trend = spec.trend === "N" ? 0 : isDamped(spec) ? 3 : 2;
  return 2 + trend + (spec.season === "N" ? 0 : m);
}

/** Values of one member: smoothing parameters and the states before the first figure. */
export interface EtsParameters {
  alpha: number;
  /** 0 without trend. */
  beta: number;
  /** 0 without season. */
  gamma: number;
  /** 1 unless damped. */
  phi: number;
  level: number;
  /** Per period; a factor where the trend multiplies. */
  slope: number;
  /**
   * s(1−m) … s(0), the effect of the first season's periods in order; sums to zero, to m where it multiplies; empty without
   * season.
   */
  seasonal: Float64Array;
}

/** Mean and standard deviation of forecasts by horizon, one ahead first. */
export interface EtsMoments {
  mean: Float64Array;
  sd: Float64Array;
}
