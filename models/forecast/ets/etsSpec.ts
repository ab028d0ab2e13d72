/** N none, A additive, Ad additive damped. */
export type Trend = "N" | "A" | "Ad";
export type Season = "N" | "A";

/** A member of the additive-error family, written ETS(A, trend, season). */
export interface EtsSpec {
  trend: Trend;
  season: Season;
}

/** Every member tried by the automatic choice; the seasonal ones only where there is a season. */
export function etsFamily(seasonal: boolean): EtsSpec[] {
  const trends: readonly Trend[] = ["N", "A", "Ad"];
  const seasons: readonly Season[] = seasonal ? ["N", "A"] : ["N"];
  return seasons.flatMap((season) => trends.map((trend) => ({ trend, season })));
}

export const etsName = (spec: EtsSpec): string => `ETS(A,${spec.trend},${spec.season})`;

/** Smoothing parameters and initial states, without σ². */
export function parameterCount(spec: EtsSpec, m: number): number {
  const trend = spec.trend === "N" ? 0 : spec.trend === "A" ? 2 : 3;
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
  slope: number;
  /** s(1−m) … s(0), the effect of the first season's periods in order; sums to zero; empty without season. */
  seasonal: Float64Array;
}
