import type { SwitchingModel } from "./switchingModel.ts";

/** Parameters of a switching model, one value a regime throughout (equal where the parameter does not switch). */
export interface SwitchingParameters {
  /** k × k, entry [to · k + from] = P(S_t = to | S_{t−1} = from): columns sum to 1. */
  transition: Float64Array;
  /** k × m, row = regime. */
  coefficients: Float64Array;
  /** k × p, row = regime. */
  ar: Float64Array;
  /** One a regime. */
  variances: Float64Array;
}

/**
 * The free parameters in a row: p[from→to] for to = 0 … k−2 and each from; coefficients column by column (one a
 * regime where it switches); variances; autoregression lag by lag. The order of statsmodels.
 */
export function packParameters(model: SwitchingModel, of: SwitchingParameters): Float64Array {
  const { regimes: k, order: p, switching } = model;
  const m = switching.length;
  const out: number[] = [];
  for (let to = 0; to < k - 1; to++)
    for (let from = 0; from < k; from++) out.push(of.transition[to * k + from]!);
  switching.forEach((switches, c) => {
    for (let j = 0; j < (switches ? k : 1); j++) out.push(of.coefficients[j * m + c]!);
  });
  for (let j = 0; j < (model.switchingVariance ? k : 1); j++) out.push(of.variances[j]!);
  for (let l = 0; l < p; l++)
    for (let j = 0; j < (model.switchingAr[l] ? k : 1); j++) out.push(of.ar[j * p + l]!);
  return Float64Array.from(out);
}

/** The inverse of `packParameters`. */
export function unpackParameters(model: SwitchingModel, x: ArrayLike<number>): SwitchingParameters {
  const { regimes: k, order: p, switching } = model;
  const m = switching.length;
  const out = emptyParameters(model);
  let at = 0;
  for (let from = 0; from < k; from++) out.transition[(k - 1) * k + from] = 1;
  for (let to = 0; to < k - 1; to++)
    for (let from = 0; from < k; from++) {
      const value = x[at++]!;
      out.transition[to * k + from] = value;
      out.transition[(k - 1) * k + from] = out.transition[(k - 1) * k + from]! - value;
    }
  const spread = (into: Float64Array, width: number, c: number, switches: boolean): void => {
    for (let j = 0; j < k; j++) into[j * width + c] = x[at + (switches ? j : 0)]!;
    at += switches ? k : 1;
  };
  for (let c = 0; c < m; c++) spread(out.coefficients, m, c, switching[c]!);
  spread(out.variances, 1, 0, model.switchingVariance);
  for (let l = 0; l < p; l++) spread(out.ar, p, l, model.switchingAr[l]!);
  return out;
}

/**
 * Gradient with respect to the free parameters from the one with respect to every regime's: shared parameters add up,
 * and each p[from→k−1] is what the others leave.
 */
export function packGradient(model: SwitchingModel, of: SwitchingParameters): Float64Array {
  const { regimes: k, order: p, switching } = model;
  const m = switching.length;
  const out: number[] = [];
  for (let to = 0; to < k - 1; to++)
    for (let from = 0; from < k; from++)
      out.push(of.transition[to * k + from]! - of.transition[(k - 1) * k + from]!);
  const push = (from: Float64Array, width: number, c: number, switches: boolean): void => {
    let sum = 0;
    for (let j = 0; j < k; j++) {
      if (switches) out.push(from[j * width + c]!);
      else sum += from[j * width + c]!;
    }
    if (!switches) out.push(sum);
  };
  for (let c = 0; c < m; c++) push(of.coefficients, m, c, switching[c]!);
  push(of.variances, 1, 0, model.switchingVariance);
  for (let l = 0; l < p; l++) push(of.ar, p, l, model.switchingAr[l]!);
  return Float64Array.from(out);
}

export function emptyParameters({ regimes: k, order: p, switching }: SwitchingModel): SwitchingParameters {
  return {
    transition: new Float64Array(k * k),
    coefficients: new Float64Array(k * switching.length),
    ar: new Float64Array(k * p),
    variances: new Float64Array(k),
  };
}

/** Names of the free parameters in their order. */
export function parameterNames(model: SwitchingModel): string[] {
  const { regimes: k, switching } = model;
  const regimes = Array.from({ length: k }, (_, j) => j);
  const each = (name: string, switches: boolean) => (switches ? regimes.map((j) => `${name}[${j}]`) : [name]);
  return [
    ...regimes.slice(0, -1).flatMap((to) => regimes.map((from) => `p[${from}->${to}]`)),
    ...switching.flatMap((switches, c) => each(`b${c + 1}`, switches)),
    ...each("sigma2", model.switchingVariance),
    ...model.switchingAr.flatMap((switches, l) => each(`ar${l + 1}`, switches)),
  ];
}
