import { plainDifferences } from "../../../models/arima/orderOfDifferencing.ts";
import {
  loessSeasonalStrength,
  seasonalDifferences,
} from "../../../models/seasonal/stl/seasonalDifferences.ts";
import { boxCoxLambda } from "../../../models/statistics/boxCoxLambda.ts";
import { readArima } from "../arimaCase.ts";
import type { MethodCheck } from "../method.ts";

export const check: MethodCheck = {
  method: "ndiffs",
  answeredBy:
    "arima/orderOfDifferencing.ts#plainDifferences, seasonal/stl/seasonalDifferences.ts#seasonalDifferences, statistics/boxCoxLambda.ts#boxCoxLambda",
  source:
    "Hyndman & Athanasopoulos, Forecasting: Principles and Practice, 3rd ed., §9.1 and §4.3; Guerrero (1993); Box & Cox (1964)",
  tolerance: "orders and the λ of the likelihood equal; strength 1e-8; Guerrero's λ 1e-4",
  reason: "R's search for Guerrero's λ stops at the fourth root of a last digit, 1.2e-4",
  check(c, compare) {
    const { y, m } = readArima(c);
    const output = c.output as Record<string, number>;
    for (const test of ["kpss", "adf", "pp"] as const)
      if (output[`ndiffs_${test}`] !== undefined)
        compare.equal(`ndiffs_${test}`, plainDifferences(y, { test }), output[`ndiffs_${test}`]!);
    if (output.nsdiffs_seas !== undefined)
      compare.equal("nsdiffs_seas", seasonalDifferences(y, m), output.nsdiffs_seas);
    if (output.seasonal_strength !== undefined)
      compare.absolute("seasonal_strength", loessSeasonalStrength(y, m), output.seasonal_strength, 1e-8);
    compare.absolute("boxcox_guerrero", boxCoxLambda(y, m), output.boxcox_guerrero, 1e-4);
    compare.absolute(
      "boxcox_loglik",
      boxCoxLambda(y, m, { method: "likelihood" }),
      output.boxcox_loglik,
      1e-9,
    );
  },
};
