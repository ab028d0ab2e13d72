import { AppError } from "../../errors.ts";

/** Degrees of freedom of changes: most quarters move by a tenth, a few by ten points. */
const FREEDOM = 3;
/** Nodes over ± REACH standard deviations of the model's error. */
const NODES = 1601;
const REACH = 8;

/**
 * How much of a change that a model tells to believe:
 *   Δ ~ s · t₃,  d | Δ ~ N(Δ, r²);   mean E[Δ | d], sd √Var(Δ | d)
 * Δ the change of the figure, d the change that the model tells, s the usual size of changes, r of the model's errors.
 * Where d is within the model's errors little of it is left; where it is far beyond them nearly all: changes have heavy tails,
 * the model's errors do not. By Simpson's rule on the density of Δ given d. O'Hagan (1979), JRSS B 41, 358–367, on how a
 * heavy-tailed prior gives way to a far observation.
 */
export function heavyTailedChange(d: number, s: number, r: number): { mean: number; sd: number } {
  if (!Number.isFinite(d) || !(s > 0) || !(r > 0))
    throw new AppError("invalid-input", `a change needs finite d and scales above 0; found ${d}, ${s}, ${r}`);
  const step = (2 * REACH * r) / (NODES - 1);
  let mass = 0;
  let first = 0;
  let second = 0;
  for (let i = 0; i < NODES; i++) {
    const e = -REACH * r + i * step;
    const x = d + e;
    const simpson = i === 0 || i === NODES - 1 ? 1 : i % 2 === 1 ? 4 : 2;
    const weight =
      simpson * Math.exp(-0.5 * (e / r) ** 2) * (1 + (x / s) ** 2 / FREEDOM) ** (-(FREEDOM + 1) / 2);
    mass += weight;
    first += weight * e;
    second += weight * e * e;
  }
  const shift = first / mass;
  return { mean: d + shift, sd: Math.sqrt(second / mass - shift * shift) };
}
