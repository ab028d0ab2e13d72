import { type ArimaFit, arimaAt } from "../../../models/arima/arimaAt.ts";
import { flatten } from "../../../models/arima/arimaCovariance.ts";
import { withoutRegressors } from "../../../models/arima/arimaData.ts";
import type { ArmaCoefficients } from "../../../models/arima/arimaOrder.ts";
import { diffusePath } from "../../../models/arima/diffuseLikelihood.ts";
import { fitArima } from "../../../models/arima/fitArima.ts";
import { boxCox, boxCoxInverse, boxCoxMean } from "../../../models/statistics/boxCox.ts";
import {
  type ArimaCase,
  dataOf,
  first,
  inOrderOfR,
  namedCoefficients,
  readArima,
  withGaps,
} from "../arimaCase.ts";
import type { ReferenceCase } from "../case.ts";
import type { Compare } from "../compare.ts";
import type { MethodCheck } from "../method.ts";

interface Output {
  coef: Record<string, number>;
  sigma2: number;
  loglik: number;
  aic?: number;
  aicc: number;
  bic?: number;
  mean: number[];
}

/** forecast::Arima: the series on the Box–Cox scale, a drift as the regressor 1 … n. */
export function readForecastArima(
  c: ReferenceCase,
  hasDrift: boolean,
): { read: ArimaCase; lambda: number | null } {
  const read = readArima(c);
  const lambda = (first(c.params.lambda) as number | null | undefined) ?? null;
  const n = read.y.length;
  const steps = (from: number, count: number) => Float64Array.from({ length: count }, (_, i) => from + i);
  return {
    lambda,
    read: {
      ...read,
      y: lambda === null ? read.y : read.y.map((v) => boxCox(v, lambda)),
      drivers: hasDrift ? [...read.drivers, steps(1, n)] : read.drivers,
      future: hasDrift ? [...read.future, steps(n + 1, read.horizon)] : read.future,
    },
  };
}

/** Everything that forecast() prints, from coefficients of everything: R's at 1e-6, ours at 1e-3. */
export function compareForecast(
  c: ReferenceCase,
  compare: Compare,
  read: ArimaCase,
  lambda: number | null,
  at: Pick<ArimaFit, "arma">,
  effects: Float64Array,
  sigma2: number,
  tolerance: number,
  what: string,
): void {
  const output = c.output as unknown as Output & Record<string, number[]>;
  const data = dataOf(read);
  const path = diffusePath(data, at.arma, withGaps(data, effects), read.horizon, read.future)!;
  const sd = path.variance.map((v) => Math.sqrt(v * sigma2));
  const back = (x: number): number => (lambda === null ? x : boxCoxInverse(x, lambda));
  const corrected = first(c.params.biasadj) === true && lambda !== null;
  compare.array(
    `mean ${what}`,
    path.mean.map((m, h) => (corrected ? boxCoxMean(m, sd[h]!, lambda) : back(m))),
    output.mean,
    tolerance,
  );
  for (const [level, z] of [
    [80, 1.2815515655446004],
    [95, 1.959963984540054],
  ] as const)
    for (const [side, sign] of [
      ["lower", -1],
      ["upper", 1],
    ] as const)
      compare.array(
        `${side}${level} ${what}`,
        path.mean.map((m, h) => back(m + sign * z * sd[h]!)),
        output[`${side}${level}`]!,
        tolerance,
      );
}

/** The package divides by n − k + 1, and its sum takes in the errors that settle the levels under the prior. */
function packageVariance(read: ArimaCase, arma: ArmaCoefficients, effects: Float64Array): number {
  const data = dataOf(read);
  const { residuals } = diffusePath(data, arma, withGaps(data, effects), 0)!;
  const k = flatten(arma).length + effects.length + 1;
  const n = data.y.length - data.gaps.length - (data.delta.length - 1);
  return residuals.reduce((sum, v) => sum + (Number.isNaN(v) ? 0 : v * v), 0) / (n - k + 1);
}

/** The figures at R's own coefficients, in R's convention; returns the fit there. */
export function compareAtTheirs(
  c: ReferenceCase,
  compare: Compare,
  read: ArimaCase,
  lambda: number | null,
): void {
  const output = c.output as unknown as Output;
  const theirs = namedCoefficients(output.coef, read.order);
  const data = dataOf(read);
  const at = arimaAt(withoutRegressors(data, theirs.effects), theirs.arma, undefined, "diffuse")!;
  const k = Object.keys(output.coef).length + 1;
  compare.absolute("loglik at R's coefficients", at.logLikelihood, output.loglik, 1e-6);
  compare.absolute(
    "aicc at R's coefficients",
    -2 * at.logLikelihood + 2 * k + (2 * k * (k + 1)) / (at.n - k - 1),
    output.aicc,
    2e-6,
  );
  if (output.aic !== undefined) compare.absolute("aic", -2 * at.logLikelihood + 2 * k, output.aic, 2e-6);
  if (output.bic !== undefined)
    compare.absolute("bic", -2 * at.logLikelihood + k * Math.log(at.n), output.bic, 2e-6);
  compare.relative(
    "sigma2 at R's coefficients",
    packageVariance(read, theirs.arma, theirs.effects),
    output.sigma2,
    1e-6,
  );
  compareForecast(
    c,
    compare,
    read,
    lambda,
    { arma: theirs.arma },
    theirs.effects,
    output.sigma2,
    1e-6,
    "at R's coefficients",
  );
}

export const check: MethodCheck = {
  method: "Arima_forecast",
  answeredBy: "arima/fitArima.ts#fitArima, statistics/boxCox.ts#boxCoxInverse",
  source: "Hyndman & Athanasopoulos, Forecasting: Principles and Practice, 3rd ed., §9.8 and §5.6",
  tolerance: "at R's coefficients 1e-6; our optimum at least R's − 1e-5, coefficients 1e-3, forecasts 1e-3",
  reason: "R stops at its own tolerance",
  check(c, compare) {
    const output = c.output as unknown as Output;
    const { read, lambda } = readForecastArima(c, "drift" in output.coef);
    compareAtTheirs(c, compare, read, lambda);
    const fit = fitArima(read.y, read.order, { drivers: read.drivers, method: "diffuse" })!;
    compare.atLeast("loglik", fit.logLikelihood, output.loglik, 1e-5);
    // A higher optimum is another place: its coefficients are not R's.
    if (fit.logLikelihood > output.loglik + 1e-3) return;
    const ours = inOrderOfR(
      [...flatten(fit.arma), ...fit.coefficients.subarray(fit.data.gaps.length)],
      read.order,
    );
    Object.keys(output.coef).forEach((name, i) => {
      compare.relative(name, ours[i], output.coef[name], 1e-3);
    });
    const effects = fit.coefficients.subarray(fit.data.gaps.length);
    const sigma2 = packageVariance(read, fit.arma, effects);
    compare.relative("sigma2", sigma2, output.sigma2, 1e-3);
    compareForecast(c, compare, read, lambda, fit, effects, sigma2, 1e-3, "of our optimum");
  },
};
