import { AppError } from "../../errors.ts";
import { type Matrix, matrix } from "../../statistics/matrix/matrix.ts";
import { andrewsBandwidth, neweyWestBandwidth } from "./bandwidth.ts";
import { type Kernel, kernelWeight } from "./kernel.ts";
import { prewhiten, recoloured } from "./prewhiten.ts";

export interface LongRunOptions {
  kernel?: Kernel;
  /**
   * How far the window reaches. A number is the lag truncation L of Newey–West: weights k(j/(L+1)). The automatic rules
   * give a real bandwidth b: "newey-west" truncates it, L = ⌊b⌋; "andrews" uses k(j/b) at every lag.
   */
  bandwidth?: number | "newey-west" | "andrews";
  /** Take a VAR(1) out before and put it back after. */
  prewhiten?: boolean;
  /** Columns' weights in the automatic rules; 1 each otherwise. */
  weights?: ArrayLike<number>;
}

export interface LongRunVariance {
  /** k × k, per observation. */
  omega: Matrix;
  /** The bandwidth chosen, or L where it was given. */
  bandwidth: number;
}

/**
 * Long-run variance of the rows u(t) of an n × k matrix of mean zero.
 *   Ω = Γ(0) + Σ_{j≥1} w(j) (Γ(j) + Γ(j)′),  Γ(j) = Σ u(t)u(t−j)′/n
 * With prewhitening Γ is of the VAR(1) residuals, n stays the number of rows before it, and Ω = D Ω(v) D′.
 * Newey & West (1987), Econometrica 55; Andrews (1991), Econometrica 59; Andrews & Monahan (1992).
 */
export function longRunVariance(u: Matrix, options: LongRunOptions = {}): LongRunVariance {
  const { kernel = "bartlett", bandwidth: wanted = "newey-west", prewhiten: white = false } = options;
  const { rows: n0, cols: k } = u;
  if (n0 < 3) throw new AppError("not-enough-data", `a long-run variance needs 3 rows; found ${n0}`);
  const filtered = white ? prewhiten(u) : null;
  const v = filtered?.residuals ?? u;
  const weights = options.weights ?? new Float64Array(k).fill(1);
  const bandwidth =
    typeof wanted === "number"
      ? wanted
      : wanted === "andrews"
        ? andrewsBandwidth(v, weights, kernel)
        : neweyWestBandwidth(v, weights, kernel, white);
  if (!(bandwidth >= 0) || !Number.isFinite(bandwidth))
    throw new AppError(
      "invalid-input",
      `a long-run variance needs a bandwidth of 0 or more; found ${bandwidth}`,
    );
  const reach = wanted === "andrews" ? bandwidth : Math.floor(bandwidth) + 1;
  const omega = windowed(v, kernel, reach, n0);
  return { omega: filtered ? recoloured(omega, filtered.recolour) : omega, bandwidth };
}

/** Γ(0) + Σ k(j/reach)(Γ(j) + Γ(j)′), divided by `per`. */
function windowed(v: Matrix, kernel: Kernel, reach: number, per: number): Matrix {
  const { rows: n, cols: k } = v;
  const out = matrix(k, k);
  const last = kernel === "quadratic-spectral" ? n - 1 : Math.min(n - 1, Math.ceil(reach) - 1);
  for (let j = 0; j <= last; j++) {
    const w = j === 0 ? 0.5 : reach > 0 ? kernelWeight(kernel, j / reach) : 0;
    if (w === 0) continue;
    for (let t = j; t < n; t++)
      for (let a = 0; a < k; a++) {
        const x = w * v.data[t * k + a]!;
        for (let b = 0; b < k; b++) out.data[a * k + b] = out.data[a * k + b]! + x * v.data[(t - j) * k + b]!;
      }
  }
  const sum = matrix(k, k);
  for (let a = 0; a < k; a++)
    for (let b = 0; b < k; b++) sum.data[a * k + b] = (out.data[a * k + b]! + out.data[b * k + a]!) / per;
  return sum;
}
