import { AppError } from "../errors.ts";
import type { Matrix } from "../statistics/matrix/matrix.ts";
import { hansenP, MOST_TABULATED } from "./hansenP.ts";
import { checkedRows } from "./recursiveResiduals.ts";
import { growingSquares } from "./segmentSquares.ts";
import { simulatedP } from "./simulatedP.ts";

export interface FStatistics {
  /** Last observation of the first regime, counted from 1, of the first and the last statistic. */
  from: number;
  to: number;
  /** The Wald-scaled Chow statistic k·F at every point from `from` to `to`. */
  path: Float64Array;
  /** Where it is largest. */
  breakPoint: number;
  /** Asymptotic p-values: Hansen's (1997) up to five coefficients, simulated beyond. */
  sup: { statistic: number; p: number };
  ave: { statistic: number; p: number };
  exp: { statistic: number; p: number };
}

/**
 * F tests of a break at an unknown point.
 *   F(i) = (RSS − RSS₁ − RSS₂) / ((RSS₁ + RSS₂)/(n − 2k)),  i = ⌊πn⌋ … n − ⌊πn⌋
 *   sup F = max F(i),  ave F = mean F(i),  exp F = log mean exp(F(i)/2)
 * `trimming` π is the share left out at both ends, at least k + 1 observations. Throws AppError("not-enough-data") where
 * nothing is left in between. Andrews (1993), Econometrica 61; Andrews & Ploberger (1994), Econometrica 62.
 */
export function fStatistics(y: ArrayLike<number>, x: Matrix, trimming = 0.15): FStatistics {
  checkedRows(x, y, "F statistics");
  const { rows: n, cols: k } = x;
  if (!(trimming > 0 && trimming < 0.5))
    throw new AppError(
      "invalid-input",
      `the trimming of F statistics lies between 0 and ½; found ${trimming}`,
    );
  const cut = Math.floor(trimming * n);
  const from = Math.max(cut, k + 1);
  const to = Math.min(n - cut, n - k - 1);
  if (from > to)
    throw new AppError(
      "not-enough-data",
      `F statistics with ${k} coefficients need ${2 * k + 2} observations; found ${n}`,
    );
  const before = growingSquares(x, y);
  const after = growingSquares(x, y, true);
  const whole = before[n - 1]!;
  const path = Float64Array.from({ length: to - from + 1 }, (_, j) => {
    const i = from + j;
    const apart = before[i - 1]! + after[n - i - 1]!;
    return (whole - apart) / (apart / (n - 2 * k));
  });
  if (!path.every(Number.isFinite))
    throw new AppError("invalid-input", "F statistics need errors; the regression fits a regime perfectly");
  const sup = path.reduce((a, b) => Math.max(a, b));
  const ave = path.reduce((a, b) => a + b, 0) / path.length;
  // The largest exponent is taken out, lest exp overflow.
  const exp = sup / 2 + Math.log(path.reduce((s, f) => s + Math.exp((f - sup) / 2), 0) / path.length);
  const lambda = ((n - from) * to) / (from * (n - to));
  const share = 1 / (1 + Math.sqrt(lambda));
  const simulated = k > MOST_TABULATED ? simulatedP({ sup, ave, exp }, k, n, from, to) : null;
  const answer = (kind: "sup" | "ave" | "exp", statistic: number) => ({
    statistic,
    p: simulated?.[kind] ?? hansenP(kind, statistic, k, share),
  });
  return {
    from,
    to,
    path,
    breakPoint: from + path.indexOf(sup),
    sup: answer("sup", sup),
    ave: answer("ave", ave),
    exp: answer("exp", exp),
  };
}
