import type { Matrix } from "../../statistics/matrix/matrix.ts";
import { exponentialAlmon, type NormalisedWeighting, WEIGHTS, type Weighting } from "./midasWeights.ts";

export interface MidasTerm {
  name: string;
  /** n × p, the latest lag first: highFrequencyLags.ts. */
  lags: Matrix;
  weighting: Weighting;
  /** Almon polynomial: its number of coefficients, degree + 1. */
  coefficients?: number;
  /** θ to start from, beside those always tried; as many as an exponential Almon polynomial is to have. */
  start?: readonly number[];
}

/** What the regression needs to know of a term: its coefficients from place `at` on among all θ. */
export interface MidasShape {
  names: readonly string[];
  /** θ to begin with; none where the term is linear. */
  starts: readonly (readonly number[])[];
  allowed(theta: ArrayLike<number>, at: number): boolean;
  /** Of θ. */
  bounds: readonly [number, number] | null;
  /** Fills the term's columns of ∂f/∂θ. */
  slopes(theta: ArrayLike<number>, at: number, x: Matrix): void;
  lagWeights(theta: ArrayLike<number>, at: number): Float64Array;
}

/** A term by its weighting: linear in its coefficients, or a slope before normalised weights. */
export function shapeOf(term: MidasTerm): MidasShape {
  const { weighting } = term;
  return weighting === "unrestricted" || weighting === "almon-polynomial"
    ? straightShape(term, weighting)
    : curvedShape(term, weighting);
}

/** Coefficients enter through lags · basis: the identity, or powers of the lag's number. */
function straightShape(term: MidasTerm, weighting: "unrestricted" | "almon-polynomial"): MidasShape {
  const { lags, name } = term;
  const p = lags.cols;
  const free = weighting === "unrestricted";
  const count = free ? p : (term.coefficients ?? 3);
  const basis = (i: number, j: number): number => (free ? (i === j ? 1 : 0) : (i + 1) ** j);
  return {
    names: Array.from({ length: count }, (_, j) => (free ? `${name} lag ${j + 1}` : `${name} Almon ${j}`)),
    starts: [],
    allowed: () => true,
    bounds: null,
    slopes(_, at, x) {
      for (let t = 0; t < x.rows; t++)
        for (let j = 0; j < count; j++) {
          let sum = 0;
          for (let i = 0; i < p; i++) sum += basis(i, j) * lags.data[t * p + i]!;
          x.data[t * x.cols + at + j] = sum;
        }
    },
    lagWeights: (theta, at) =>
      Float64Array.from({ length: p }, (_, i) => {
        let sum = 0;
        for (let j = 0; j < count; j++) sum += basis(i, j) * theta[at + j]!;
        return sum;
      }),
  };
}

function curvedShape(term: MidasTerm, weighting: NormalisedWeighting): MidasShape {
  const { lags, name } = term;
  const p = lags.cols;
  const family =
    weighting === "exponential-almon" && term.start
      ? exponentialAlmon(term.start.length)
      : WEIGHTS[weighting];
  const thetaOf = (all: ArrayLike<number>, at: number) =>
    Float64Array.from({ length: family.parameters }, (_, j) => all[at + 1 + j]!);
  return {
    names: [`${name} slope`, ...Array.from({ length: family.parameters }, (_, j) => `${name} θ${j + 1}`)],
    starts: term.start ? [term.start, ...family.starts] : family.starts,
    allowed: (all, at) => family.allowed(thetaOf(all, at)),
    bounds: family.bounds ?? null,
    slopes(all, at, x) {
      const { w, slopes } = family.weights(thetaOf(all, at), p);
      const slope = all[at]!;
      for (let t = 0; t < x.rows; t++) {
        const row = t * x.cols + at;
        for (let j = 0; j <= family.parameters; j++) x.data[row + j] = 0;
        for (let i = 0; i < p; i++) {
          const v = lags.data[t * p + i]!;
          x.data[row] = x.data[row]! + w[i]! * v;
          for (let j = 0; j < family.parameters; j++)
            x.data[row + 1 + j] = x.data[row + 1 + j]! + slope * slopes[i * family.parameters + j]! * v;
        }
      }
    },
    lagWeights: (all, at) => family.weights(thetaOf(all, at), p).w.map((v) => v * all[at]!),
  };
}
