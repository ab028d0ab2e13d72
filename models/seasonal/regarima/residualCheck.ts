import { chiSquaredUpper } from "../../statistics/distribution/chiSquared.ts";
import { laggedProduct } from "../../statistics/laggedProduct.ts";
import type { FittedModel } from "./model.ts";
import { sampleShocks } from "./sampleShocks.ts";

/** What is asked of the residuals of a model before it is accepted. */
export interface ResidualCheck {
  /** 1 − p of the Ljung–Box Q: high where the residuals still hold autocorrelation. */
  ljungBoxConfidence: number;
  ljungBox: number;
  /** Lags summed. */
  lags: number;
  standardError: number;
  /** Mean of the residuals over its standard error. */
  meanT: number;
}

/**
 *   Q = n(n + 2) Σ_{k≤K} r(k)²/(n − k) ~ χ²(K − p − q − P − Q),  K = 24 months, 4s other seasons, 8 without
 * Ljung & Box (1978), Biometrika 65; lags as X-13ARIMA-SEATS takes them for its automatic choice.
 */
export function residualCheck({ fit }: FittedModel): ResidualCheck {
  const { order } = fit.data;
  const e = sampleShocks(fit);
  const n = e.length;
  const usual = order.m === 12 ? 24 : order.m === 1 ? 8 : 4 * order.m;
  const lags = usual >= n ? n >> 1 : usual;
  const mean = e.reduce((s, v) => s + v, 0) / n;
  const centred = e.map((v) => v - mean);
  const variance = centred.reduce((s, v) => s + v * v, 0);
  let q = 0;
  for (let k = 1; k <= lags; k++) q += (laggedProduct(centred, k) / variance) ** 2 / (n - k);
  q *= n * (n + 2);
  const freedom = Math.max(1, lags - (order.p + order.q + order.P + order.Q));
  return {
    ljungBoxConfidence: 1 - chiSquaredUpper(q, freedom),
    ljungBox: q,
    lags,
    standardError: Math.sqrt(fit.sigma2),
    meanT: mean / Math.sqrt(variance / n / n),
  };
}
