import type { ArimaFit } from "../../arima/arimaAt.ts";
import { arimaPath } from "../../arima/arimaForecast.ts";
import type { ArimaOrder } from "../../arima/arimaOrder.ts";
import { chooseArima } from "../../arima/chooseArima.ts";
import { fitArima } from "../../arima/fitArima.ts";
import { AppError } from "../../errors.ts";
import type { Series } from "../../series/series.ts";
import { boxCox, boxCoxInverse } from "../../statistics/boxCox.ts";
import { boxCoxLambda } from "../../statistics/boxCoxLambda.ts";
import { boxCoxForecast, type Centre } from "../boxCoxForecast.ts";
import type { FittedModel, ForecastModel } from "../contract.ts";
import { checkRequest, gaussianForecast } from "../gaussianForecast.ts";
import { onLogScale } from "../logScale.ts";
import { alignFitted, readTarget } from "../target.ts";
import { named } from "./arima.ts";
import { type Drivers, readDrivers } from "./readDrivers.ts";

export interface ArimaxOptions {
  /** Whether seasonal terms may be chosen. */
  seasonal: boolean;
  /** The order to fit; chosen when null. */
  order: Omit<ArimaOrder, "m"> | null;
  /** λ of the Box–Cox transformation; `auto` logarithms for positive levels, `guerrero` chosen, null as published. */
  lambda: number | "auto" | "guerrero" | null;
  /** What the forecast states after a transformation. */
  centre: Centre;
}

const FEWEST = { A: 10, Q: 16, M: 30, W: 60, D: 30 } as const;

/**
 * Regression on drivers with seasonal ARIMA errors.
 *   y(t) = β′x(t) + n(t),  φ(B) Φ(Bᵐ) [(1−B)ᵈ (1−Bᵐ)ᴰ n(t) − c] = θ(B) Θ(Bᵐ) e(t)
 *   the order given, or the lowest AICc of a wide walk; β, c and the gaps by generalised least squares, exact likelihood
 * y on a Box–Cox scale where asked. The forecast needs the drivers over its horizon, and takes them as known. Without
 * drivers it is the wide search among ARIMA orders.
 * Box, Jenkins, Reinsel & Ljung, Time Series Analysis, 5th ed., chapters 9 and 12; Hyndman & Athanasopoulos, 3rd ed., §10.
 */
export const arimax: ForecastModel<ArimaxOptions> = {
  id: "arimax",
  title: { zh: "带驱动变量的季节ARIMA", en: "Seasonal ARIMA with drivers" },
  summary: {
    zh: "以驱动变量作回归，误差服从季节ARIMA；可选Box–Cox变换；在更大范围内以 AICc 定阶。预测期内须有驱动变量的数值。",
    en: "A regression on drivers whose errors follow a seasonal ARIMA, on a Box–Cox scale where asked; orders by AICc in a wide search. The drivers must be known over the horizon.",
  },
  reference: {
    text: "Hyndman & Athanasopoulos, Forecasting: Principles and Practice, 3rd ed.; Box et al., Time Series Analysis, 5th ed.",
    where: "§10; chapters 9 and 12",
  },
  version: "1",
  frequencies: ["A", "Q", "M", "W", "D"],
  supports: { gaps: true, drivers: true },
  defaults: { seasonal: true, order: null, lambda: "auto", centre: "mean" },
  minObservations: (frequency) => FEWEST[frequency],
  fit({ target, drivers }, options) {
    return fitted(target, drivers, options, (y, m, x) =>
      options.order
        ? fitArima(y, { ...options.order, m }, { drivers: x.past })
        : chooseArima(y, m, { drivers: x.past }),
    );
  },
};

type Estimate = (y: Float64Array, m: number, drivers: Drivers) => ArimaFit | null;

function fitted(
  series: Series,
  drivers: readonly Series[],
  options: ArimaxOptions,
  estimate: Estimate,
): FittedModel {
  const target = readTarget(arimax, series, FEWEST[series.frequency] + 2 * drivers.length);
  const x = readDrivers(series, target, drivers);
  const m = options.seasonal && target.season <= 12 ? target.season : 1;
  const lambda = lambdaOf(series, target.y, m, options.lambda);
  const y = lambda === null ? target.y : target.y.map((v) => (Number.isNaN(v) ? v : boxCox(v, lambda)));
  if (y.some((v, t) => Number.isNaN(v) && !Number.isNaN(target.y[t]!)))
    throw new AppError(
      "invalid-input",
      `a Box–Cox transformation with λ = ${lambda} needs positive figures; ${series.indicator} has others`,
    );
  const fit = estimate(y, m, x);
  if (!fit)
    throw new AppError(
      "invalid-input",
      `arimax needs a series that moves and is long enough for its order and ${drivers.length} drivers; ${series.indicator} has ${target.count} figures`,
    );
  const effects = fit.coefficients.subarray(fit.data.gaps.length);
  const oneStep = arimaPath(fit, 0).fitted;
  return {
    parameters: {
      ...named(fit),
      ...Object.fromEntries(x.names.map((name, i) => [`driver ${name}`, effects[i]!])),
      ...(lambda === null ? {} : { lambda }),
    },
    fitted: alignFitted(
      target,
      series,
      lambda === null ? oneStep : oneStep.map((v) => boxCoxInverse(v, lambda)),
    ),
    predict(horizon, levels) {
      checkRequest(horizon, levels);
      const { mean, sd } = arimaPath(fit, horizon, x.future(horizon));
      return lambda === null
        ? gaussianForecast(target.start, mean, sd, levels)
        : boxCoxForecast(target.start, mean, sd, levels, lambda, options.centre);
    },
    refit: (longer) =>
      fitted(longer, drivers, { ...options, lambda }, (again, _, beside) =>
        fitArima(again, fit.order, { start: fit.coordinates, drivers: beside.past }),
      ),
  };
}

function lambdaOf(
  series: Series,
  y: Float64Array,
  m: number,
  choice: ArimaxOptions["lambda"],
): number | null {
  if (choice === "auto") return onLogScale(series, "auto") ? 0 : null;
  return choice === "guerrero" ? boxCoxLambda(y, m) : choice;
}
