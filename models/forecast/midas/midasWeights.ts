/** How the weights of p high-frequency lags follow from a few parameters. */
export type Weighting =
  | "exponential-almon"
  | "beta"
  | "beta-one"
  | "beta-non-zero"
  | "almon-polynomial"
  | "unrestricted";

/** Weightings whose weights sum to one, so that a slope stands before them. */
export type NormalisedWeighting = Exclude<Weighting, "almon-polynomial" | "unrestricted">;

export interface WeightFamily {
  parameters: number;
  /** Starting values tried when none are given. */
  starts: readonly (readonly number[])[];
  allowed(theta: ArrayLike<number>): boolean;
  /** Ends of every θ; beyond them weights hardly change and θ would run off. */
  bounds?: readonly [number, number];
  /** w(i), i = 1 … p, with ∂w(i)/∂θ(j) in `slopes`, p × parameters row by row. */
  weights(theta: ArrayLike<number>, p: number): { w: Float64Array; slopes: Float64Array };
}

/** Falling slowly and fast, even, humped, and peaked at the first, the second and a later lag. */
const ALMON_STARTS: readonly (readonly number[])[] = [
  [0, -0.1],
  [0, 0],
  [0.5, -0.05],
  [-1, 0],
  [2, -0.7],
  [1.9, -0.2],
  [-1.5, 0.12],
];

/** x(1) = ε and x(p) = 1 − ε keep the beta's ends finite. */
const EDGE = Number.EPSILON;

/**
 * Normalised weights of the lags i = 1 … p, latest first.
 *   exponential Almon  w(i) ∝ exp(θ₁i + θ₂i² + … ),  two θ unless more are asked for, each within [−2, 2], the custom
 *                      of the field
 *   beta (last zero)   w(i) ∝ x^{θ₁−1}(1−x)^{θ₂−1},  x = (i−1)/(p−1);  beta-one has θ₁ = 1
 *   beta non-zero      (beta + θ₃)/(1 + pθ₃)
 * Ghysels, Sinko & Valkanov (2007), Econometric Reviews 26; Ghysels (2015), MIDAS Matlab Toolbox guide.
 */
export const WEIGHTS: Readonly<Record<NormalisedWeighting, WeightFamily>> = {
  "exponential-almon": exponentialAlmon(2),
  beta: {
    parameters: 2,
    starts: [
      [1, 5],
      [1, 1.5],
      [2, 6],
      [1, 20],
      [3, 3],
      [0.1, 10],
      [5, 2],
    ],
    allowed: (theta) => theta[0]! > 0 && theta[1]! > 0,
    weights: (theta, p) => beta(p, theta[0]!, theta[1]!),
  },
  "beta-one": {
    parameters: 1,
    starts: [[5], [1.5], [20]],
    allowed: (theta) => theta[0]! > 0,
    weights: (theta, p) => {
      const { w, slopes } = beta(p, 1, theta[0]!);
      return { w, slopes: Float64Array.from({ length: p }, (_, i) => slopes[2 * i + 1]!) };
    },
  },
  "beta-non-zero": {
    parameters: 3,
    starts: [
      [1, 5, 0],
      [1, 1.5, 0.05],
      [1, 20, 0],
      [3, 3, 0],
      [0.1, 10, 0],
      [5, 2, 0],
    ],
    allowed: (theta) => theta[0]! > 0 && theta[1]! > 0 && Math.abs(theta[2]!) < 10,
    weights: (theta, p) => {
      const { w, slopes } = beta(p, theta[0]!, theta[1]!);
      const scale = 1 + p * theta[2]!;
      const out = new Float64Array(3 * p);
      for (let i = 0; i < p; i++) {
        out[3 * i] = slopes[2 * i]! / scale;
        out[3 * i + 1] = slopes[2 * i + 1]! / scale;
        out[3 * i + 2] = (1 - p * w[i]!) / (scale * scale);
      }
      return { w: w.map((v) => (v + theta[2]!) / scale), slopes: out };
    },
  },
};

/** Weights of `order` θ: a polynomial of that degree, without a constant, in the exponent. */
export function exponentialAlmon(order: number): WeightFamily {
  const powers = Array.from({ length: order }, (_, j) => (i: number) => i ** (j + 1));
  return {
    parameters: order,
    starts: ALMON_STARTS.map((start) => powers.map((_, j) => start[j] ?? 0)),
    allowed: () => true,
    bounds: [-2, 2],
    weights: (theta, p) => softmax(p, powers, (i) => powers.reduce((s, g, j) => s + theta[j]! * g(i), 0)),
  };
}

function beta(p: number, a: number, b: number) {
  const x = (i: number): number => (p === 1 ? 0.5 : Math.min(Math.max((i - 1) / (p - 1), EDGE), 1 - EDGE));
  // 1 − x at the last lag is ε itself, not what rounding leaves of it.
  const y = (i: number): number => (i === p && p > 1 ? EDGE : 1 - x(i));
  const log1 = (i: number): number => Math.log(x(i));
  const log2 = (i: number): number => Math.log(y(i));
  return softmax(p, [log1, log2], (i) => (a - 1) * log1(i) + (b - 1) * log2(i));
}

/** w(i) ∝ exp(s(i)) with ∂s(i)/∂θ(j) = gradients[j](i): ∂w(i)/∂θ(j) = w(i)(g(i) − Σ w g). */
function softmax(p: number, gradients: readonly ((i: number) => number)[], score: (i: number) => number) {
  const w = Float64Array.from({ length: p }, (_, i) => score(i + 1));
  const highest = w.reduce((a, b) => Math.max(a, b));
  let sum = 0;
  for (let i = 0; i < p; i++) {
    w[i] = Math.exp(w[i]! - highest);
    sum += w[i]!;
  }
  for (let i = 0; i < p; i++) w[i] = w[i]! / sum;
  const k = gradients.length;
  const slopes = new Float64Array(p * k);
  gradients.forEach((g, j) => {
    let mean = 0;
    for (let i = 0; i < p; i++) mean += w[i]! * g(i + 1);
    for (let i = 0; i < p; i++) slopes[i * k + j] = w[i]! * (g(i + 1) - mean);
  });
  return { w, slopes };
}
