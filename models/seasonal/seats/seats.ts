import {
  type ArimaOrder,
  type ArmaCoefficients,
  differencePolynomial,
  orderName,
} from "../../arima/arimaOrder.ts";
import { AppError } from "../../errors.ts";
import { fitRegarima } from "../regarima/fitRegarima.ts";
import { airline } from "../regarima/model.ts";
import { regarimaData } from "../regarima/regarimaData.ts";
import { trendOfConstant } from "../regarima/regarimaForecast.ts";
import { type CanonicalDecomposition, canonicalDecomposition } from "./canonicalDecomposition.ts";
import { type Components, signalExtraction } from "./signalExtraction.ts";
import { type MovingAverage, spectralFactor } from "./spectralFactor.ts";

export interface SeatsModel {
  order: ArimaOrder;
  arma: ArmaCoefficients;
  /** Mean of the differenced series; 0 without a constant. */
  mean: number;
}

export interface SeatsResult extends Components {
  /** The model decomposed, another than was given where that has no decomposition. */
  model: SeatsModel;
  /** Why the model was replaced; null where it was not. */
  note: string | null;
  decomposition: CanonicalDecomposition;
  /** The components’ moving averages; variances in units of the series’ innovation variance. */
  movingAverages: { trend: MovingAverage; seasonal: MovingAverage; transitory: MovingAverage };
}

/** An irregular variance this little below zero is rounding. */
const ROUNDING = 1e-9;

/**
 * Model-based decomposition of a linearised series on its transformed scale, extended by `forecasts` of the same model or not:
 *   y = trend + seasonal + transitory + irregular
 * by the canonical decomposition of its ARIMA model and conditional expectations given all of y. A model without an admissible
 * decomposition is replaced by the airline model, estimated on the series, as the note says.
 * Gómez & Maravall (2001), Seasonal adjustment and signal extraction in economic time series; SEATS of X-13ARIMA-SEATS.
 */
export function seats(y: Float64Array, given: SeatsModel, forecasts = 0): SeatsResult {
  const first = attempt(y, given);
  if (first) return { ...first, model: given, note: null };
  const order = airline(given.order.m);
  const observed = y.subarray(0, y.length - forecasts);
  const fit = fitRegarima(regarimaData(observed, order, []));
  const model = { order, arma: fit.arma, mean: 0 };
  const second = attempt(y, model) ?? attempt(y, { ...model, arma: admissible(fit.arma) });
  if (!second)
    throw new AppError(
      "invalid-input",
      `neither ${orderName(given.order)} nor the airline model can be decomposed`,
    );
  return {
    ...second,
    model,
    note: `${orderName(given.order)} has no admissible decomposition; the airline model stands in`,
  };
}

/** The airline model decomposes for every non-negative seasonal coefficient (Box–Jenkins sign) and most below. */
function admissible(arma: ArmaCoefficients): ArmaCoefficients {
  return { ...arma, seasonalMa: arma.seasonalMa.map((v) => Math.min(v, 0)) };
}

function attempt(
  y: Float64Array,
  { order, arma, mean }: SeatsModel,
): Omit<SeatsResult, "model" | "note"> | null {
  const decomposition = canonicalDecomposition(order, arma);
  if (!(decomposition.irregular >= -ROUNDING)) return null;
  const delta = differencePolynomial(order);
  const drift = y.map((_, t) => (mean === 0 ? 0 : mean * trendOfConstant(delta, t)));
  const components = signalExtraction(
    y.map((v, t) => v - drift[t]!),
    order,
    arma,
    { ...decomposition, irregular: Math.max(0, decomposition.irregular) },
  );
  if (!components?.trend.every(Number.isFinite)) return null;
  const { trend, seasonal, transitory } = decomposition;
  return {
    ...components,
    trend: components.trend.map((v, t) => v + drift[t]!),
    decomposition,
    movingAverages: {
      trend: spectralFactor(trend.numerator),
      seasonal: spectralFactor(seasonal.numerator),
      transitory: spectralFactor(transitory.numerator),
    },
  };
}
