import { randomSource } from "../statistics/random/generator.ts";

const REPLICATIONS = 4000;
const FINEST = 400;
const SEED = 1997;

export interface BreakP {
  sup: number;
  ave: number;
  exp: number;
}

/**
 * Asymptotic p-values of sup, average and exponential F for any number of coefficients k, by simulating their limit.
 *   F(π) = |B(π)|² / (π(1−π)),  B a k-dimensional Brownian bridge, π between `from`/n and `to`/n
 * 4000 draws of one fixed seed on a grid of n points, at most 400: the error at p = 0.05 is 0.0034, and p is never below
 * 1/4001. Slower than the tables of hansenP.ts, which end at five coefficients. Andrews (1993), Econometrica 61.
 */
export function simulatedP(statistics: BreakP, k: number, n: number, from: number, to: number): BreakP {
  const points = Math.min(n, FINEST);
  const first = Math.max(1, Math.round((from / n) * points));
  const last = Math.min(points - 1, Math.round((to / n) * points));
  const random = randomSource(SEED);
  const squares = new Float64Array(points + 1);
  const walk = new Float64Array(points + 1);
  const above = { sup: 1, ave: 1, exp: 1 };
  for (let draw = 0; draw < REPLICATIONS; draw++) {
    squares.fill(0);
    for (let j = 0; j < k; j++) {
      for (let t = 1; t <= points; t++) walk[t] = walk[t - 1]! + random.normal();
      const end = walk[points]! / points;
      for (let t = first; t <= last; t++) squares[t] = squares[t]! + (walk[t]! - t * end) ** 2;
    }
    let sup = 0;
    let sum = 0;
    let growth = 0;
    for (let t = first; t <= last; t++) {
      const f = (squares[t]! * points) / (t * (points - t));
      sup = Math.max(sup, f);
      sum += f;
      growth += Math.exp(f / 2);
    }
    const count = last - first + 1;
    if (sup >= statistics.sup) above.sup++;
    if (sum / count >= statistics.ave) above.ave++;
    if (Math.log(growth / count) >= statistics.exp) above.exp++;
  }
  const share = (hits: number): number => hits / (REPLICATIONS + 1);
  return { sup: share(above.sup), ave: share(above.ave), exp: share(above.exp) };
}
