import type { SwitchingModel } from "./switchingModel.ts";
import type { SwitchingParameters } from "./switchingParameters.ts";

/** The same parameters with regime j of the result being regime `order[j]` of the argument. */
export function relabelled(
  model: SwitchingModel,
  of: SwitchingParameters,
  order: readonly number[],
): SwitchingParameters {
  const { regimes: k, order: p } = model;
  const m = model.switching.length;
  const rows = (from: Float64Array, width: number): Float64Array => {
    const out = new Float64Array(k * width);
    order.forEach((old, j) => {
      out.set(from.subarray(old * width, (old + 1) * width), j * width);
    });
    return out;
  };
  const transition = new Float64Array(k * k);
  for (let i = 0; i < k; i++)
    for (let j = 0; j < k; j++) transition[i * k + j] = of.transition[order[i]! * k + order[j]!]!;
  return {
    transition,
    coefficients: rows(of.coefficients, m),
    ar: rows(of.ar, p),
    variances: rows(of.variances, 1),
  };
}

/**
 * Regimes numbered by rising mean of x_t′β_j over the sample, by rising variance where the means do not switch: labels
 * mean nothing to the likelihood, so that some order has to be agreed.
 */
export function byMean(model: SwitchingModel, of: SwitchingParameters): SwitchingParameters {
  const { regimes: k, design } = model;
  const m = design.cols;
  const means = Array.from({ length: k }, (_, j) => {
    let sum = 0;
    for (let t = 0; t < design.rows; t++)
      for (let c = 0; c < m; c++) sum += design.data[t * m + c]! * of.coefficients[j * m + c]!;
    return sum;
  });
  const rank = model.switching.includes(true) ? (j: number) => means[j]! : (j: number) => of.variances[j]!;
  const order = means.map((_, j) => j).sort((a, b) => rank(a) - rank(b));
  return relabelled(model, of, order);
}
