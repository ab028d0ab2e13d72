import type { ArimaOrder } from "../arima/arimaOrder.ts";
import type { Adjustment, AdjustmentSpec } from "./adjust.ts";
import { armaVector } from "./regarima/armaStandardErrors.ts";
import type { PriorLength } from "./regarima/model.ts";
import type { Regressor } from "./regarima/regressor.ts";

/** A fitted model as plain data: what is stored with a vintage and refreshed with the next. */
export interface StoredAdjustment {
  spec: AdjustmentSpec;
  log: boolean;
  prior: PriorLength;
  order: ArimaOrder;
  /** AR, MA, seasonal AR, seasonal MA, in the signs of `ArmaCoefficients`. */
  arma: readonly number[];
  /** The constant's coefficient, where there is one, then one per column. */
  coefficients: readonly number[];
  /** All but the outliers found. */
  regressors: readonly Regressor[];
  outliers: readonly Regressor[];
  critical: number | null;
  /** Slot of the last figure. */
  last: number;
}

/** The plain data of an adjustment. */
export function stored(adjustment: Adjustment, spec: AdjustmentSpec): StoredAdjustment {
  const { regarima, series } = adjustment;
  const { model, outliers } = regarima;
  return {
    spec,
    log: model.log,
    prior: model.prior,
    order: model.order,
    arma: [...armaVector(model.fit.arma)],
    coefficients: [...model.fit.coefficients.subarray(model.fit.data.gaps.length)],
    regressors: model.regressors.filter((r) => !outliers.includes(r)),
    outliers,
    critical: regarima.critical,
    last: series.first + series.values.length - 1,
  };
}
