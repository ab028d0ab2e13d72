import type { Matrix } from "../../statistics/matrix/matrix.ts";
import { zigguratSource } from "../../statistics/random/ziggurat.ts";
import {
  chooseTightness,
  type Hyperparameter,
  hyperDensity,
  named,
  type PriorShape,
  type Tightness,
} from "./chooseTightness.ts";
import type { CrossProducts } from "./crossProducts.ts";

export interface TightnessSample {
  draws: readonly Tightness["chosen"][];
  acceptance: number;
}

/**
 * Draws of the hyperparameters from their posterior by a random walk of Metropolis on logarithms, begun at the mode:
 *   log θ* = log θ + c ε,   accept with min(1, p(θ*|Y) θ* / (p(θ|Y) θ))
 * The Jacobian θ stands for the change to logarithms; c follows the acceptance rate (aim 0.3) during the burn-in only.
 * Giannone, Lenza & Primiceri (2015), appendix B.
 */
export function sampleTightness(
  y: Matrix,
  lags: number,
  data: CrossProducts,
  free: readonly Hyperparameter[],
  {
    draws,
    burnIn = 500,
    seed,
    shape = {},
  }: { draws: number; burnIn?: number; seed: number; shape?: PriorShape },
): TightnessSample {
  const density = hyperDensity(y, lags, data, free, shape);
  const onLogs = (x: Float64Array) => density(x) + x.reduce((s, v) => s + v, 0);
  const { chosen } = chooseTightness(y, lags, data, free, shape);
  const source = zigguratSource(seed);
  let x = Float64Array.from(free, (name) => Math.log(chosen[name] ?? 1));
  let now = onLogs(x);
  let step = 0.3;
  let accepted = 0;
  const out: Tightness["chosen"][] = [];
  for (let i = -burnIn; i < draws; i++) {
    const proposal = x.map((v) => v + step * source.normal());
    const then = onLogs(proposal);
    const taken = Math.log(source.uniform()) < then - now;
    if (taken) {
      x = proposal;
      now = then;
    }
    if (i < 0) step *= Math.exp(((taken ? 1 : 0) - 0.3) / Math.sqrt(10 + burnIn + i));
    else {
      if (taken) accepted++;
      out.push(named(free, x));
    }
  }
  return { draws: out, acceptance: accepted / Math.max(1, draws) };
}
