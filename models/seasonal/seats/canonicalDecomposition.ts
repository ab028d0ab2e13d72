import { type ArimaOrder, type ArmaCoefficients, armaPolynomials } from "../../arima/arimaOrder.ts";
import { matrix } from "../../statistics/matrix/matrix.ts";
import { solve } from "../../statistics/matrix/solve.ts";
import { minimiseBetween } from "../../statistics/optimise/goldenSection.ts";
import { arFactors, type ComponentAr } from "./arFactors.ts";
import { plusSymmetric, type Symmetric, spectrumAt, squared, timesSymmetric } from "./symmetric.ts";

/** A component's model as its pseudo-spectrum numerator(ω) / |δφ(e^{−iω})|², the innovation variance of the series being 1. */
export interface Component extends ComponentAr {
  numerator: Symmetric;
}

export interface CanonicalDecomposition {
  trend: Component;
  seasonal: Component;
  transitory: Component;
  /** Variance of the irregular; negative where no such decomposition exists. */
  irregular: number;
}

const GRID = 1200;

/**
 * Canonical decomposition of an ARIMA model into orthogonal components:
 *   |θ|²/|φδ|² = N_T/|φ_Tδ_T|² + N_S/|φ_Sδ_S|² + N_C/|φ_C|² + Q,   deg N_i < deg of its denominator
 * by partial fractions in cos kω; from each component as much white noise is taken as leaves its spectrum ≥ 0 (its minimum), and
 * all of it is the irregular. Q beyond a constant (q > p) is transitory.
 * Burman (1980), Seasonal adjustment by signal extraction, JRSS A 143; Hillmer & Tiao (1982), JASA 77.
 */
export function canonicalDecomposition(order: ArimaOrder, arma: ArmaCoefficients): CanonicalDecomposition {
  const ar = arFactors(order, arma);
  const { theta, maLags } = armaPolynomials(order, arma);
  const whole = squared(theta.subarray(0, maLags + 1));
  const names = ["trend", "seasonal", "transitory"] as const;
  const denominators = names.map((n) => denominatorOf(ar[n]));
  const { numerators, quotient } = partialFractions(whole, denominators);
  // What is left over beyond a constant is moving average of the transitory component.
  const rest = quotient.slice();
  let irregular = 0;
  if (rest.length === 1) {
    irregular = rest[0]!;
    rest[0] = 0;
  }
  numerators[2] = plusSymmetric(numerators[2]!, timesSymmetric(rest, denominators[2]!));
  const components = names.map((name, i): Component => {
    const numerator = numerators[i]!;
    if (numerator.every((v) => v === 0)) return { ...ar[name], numerator: Float64Array.of(0) };
    const floor = minimumOf(numerator, denominators[i]!);
    irregular += floor;
    return { ...ar[name], numerator: trimmed(plusSymmetric(numerator, denominators[i]!, -floor)) };
  });
  return { trend: components[0]!, seasonal: components[1]!, transitory: components[2]!, irregular };
}

const denominatorOf = ({ delta, phi }: ComponentAr): Symmetric =>
  timesSymmetric(squared(delta), squared(phi));

function trimmed(c: Symmetric): Symmetric {
  let n = c.length;
  while (n > 1 && c[n - 1] === 0) n--;
  return c.slice(0, n);
}

/** N_i and Q of whole/Π D_i = Σ N_i/D_i + Q. The unknown coefficients solve one linear system, lag by lag. */
function partialFractions(
  whole: Symmetric,
  denominators: readonly Symmetric[],
): { numerators: Symmetric[]; quotient: Symmetric } {
  const degrees = denominators.map((d) => d.length - 1);
  const p = degrees.reduce((a, b) => a + b, 0);
  const q = whole.length - 1;
  const quotientSize = Math.max(0, q - p + 1);
  const size = p + quotientSize;
  const system = matrix(size, size);
  const others = denominators.map((_, i) =>
    denominators.reduce<Symmetric>(
      (product, d, j) => (j === i ? product : timesSymmetric(product, d)),
      Float64Array.of(1),
    ),
  );
  const all = denominators.reduce<Symmetric>((a, d) => timesSymmetric(a, d), Float64Array.of(1));
  let column = 0;
  const put = (factor: Symmetric, lag: number): void => {
    const unit = new Float64Array(lag + 1);
    unit[lag] = 1;
    timesSymmetric(unit, factor).forEach((v, k) => {
      if (k < size) system.data[k * size + column] = v;
    });
    column++;
  };
  degrees.forEach((degree, i) => {
    for (let lag = 0; lag < degree; lag++) put(others[i]!, lag);
  });
  for (let lag = 0; lag < quotientSize; lag++) put(all, lag);
  const right = matrix(size, 1);
  for (let k = 0; k < size; k++) right.data[k] = whole[k] ?? 0;
  // Denominators without common roots make the system regular.
  const solution = size > 0 ? solve(system, right)!.data : new Float64Array(0);
  let at = 0;
  const numerators = degrees.map((degree) => {
    const n = degree === 0 ? Float64Array.of(0) : solution.slice(at, at + degree);
    at += degree;
    return n;
  });
  return { numerators, quotient: quotientSize > 0 ? solution.slice(at) : Float64Array.of(0) };
}

/** Least value of N/D over [0, π], unit roots of D left out, where N/D is infinite. */
function minimumOf(numerator: Symmetric, denominator: Symmetric): number {
  const f = (omega: number): number => {
    const d = spectrumAt(denominator, omega);
    return d > 1e-12 ? spectrumAt(numerator, omega) / d : Number.POSITIVE_INFINITY;
  };
  let best = Math.min(f(0), f(Math.PI));
  const step = Math.PI / GRID;
  const values = Float64Array.from({ length: GRID + 1 }, (_, i) => f(i * step));
  for (let i = 1; i < GRID; i++)
    if (values[i]! <= values[i - 1]! && values[i]! <= values[i + 1]!)
      best = Math.min(best, minimiseBetween(f, (i - 1) * step, (i + 1) * step, 1e-10).value);
  return best;
}
