import { AppError } from "../../errors.ts";
import type { FittedModel, ForecastModel } from "../contract.ts";
import { checkRequest, gaussianForecast } from "../gaussianForecast.ts";
import { alignFitted, readTarget } from "../target.ts";
import { continueByAutoregression } from "./continueByAutoregression.ts";
import { directStep } from "./directStep.ts";
import type { Weighting } from "./midasWeights.ts";
import { monthlyDriver } from "./monthlyDriver.ts";

export interface MidasOptions {
  /** Latest quarters of the target among the regressors. */
  lags: number;
  /** Months of each driver, back from its latest known one. */
  months: number;
  weighting: Exclude<Weighting, "almon-polynomial">;
  /** Horizons with a regression of their own; beyond, an autoregression carries the path on. */
  direct: number;
}

const NEEDED = 16;

/**
 * MIDAS: a regression of its own for every horizon h on the months known today, by their distance to the quarter.
 *   y(t+h) = a + Σ_{j<L} φ(j) y(t−j) + Σ β Σ_{i=1…p} w(i; θ) x(month(t) + d − i + 1) + e(t+h)
 * d is how many months beyond the target's last quarter the driver reaches now (its ragged edge, negative when it lags
 * behind); every row of the past is given the same. se(h) is that regression's σ. Beyond `direct` quarters
 * y(h) = c + ρ y(h−1). Without drivers the autoregressive part is left.
 * Ghysels, Sinko & Valkanov (2007); Clements & Galvão (2008), Journal of Business & Economic Statistics 26.
 */
export const midas: ForecastModel<MidasOptions> = {
  id: "midas",
  title: { zh: "混频回归（MIDAS）", en: "MIDAS regression" },
  summary: {
    zh: "季度指标对月度驱动指标的混频回归：月份权重由少数参数给出，各预测期分别估计，自动适应数据发布的参差边缘。",
    en: "A quarterly target on monthly drivers: weights of the months from a few parameters, one regression per horizon, as of what is known today.",
  },
  reference: {
    text: "Ghysels, Sinko & Valkanov (2007), MIDAS regressions: further results and new directions, Econometric Reviews 26; Clements & Galvão (2008)",
    where: "§2; §3",
  },
  version: "1",
  frequencies: ["Q"],
  supports: { gaps: false, drivers: true },
  defaults: { lags: 1, months: 9, weighting: "exponential-almon", direct: 4 },
  minObservations: (_, { direct, lags }) => Math.max(NEEDED, direct + 3 * lags + 6),
  fit({ target: series, drivers }, options): FittedModel {
    checkOptions(options);
    const target = readTarget(midas, series, midas.minObservations("Q", options));
    const first = series.firstSlot + target.offset;
    const monthly = drivers.map((d) => monthlyDriver("midas", d));
    const steps = Array.from({ length: options.direct }, (_, i) =>
      directStep(target.y, first, monthly, i + 1, options),
    );
    const means = steps.map((s) => s.forecast);
    const sds = steps.map((s) => s.sigma);
    const named = steps[0]!.fit.names.map((name, j) => [name, steps[0]!.fit.coefficients[j]!] as const);
    return {
      parameters: { ...Object.fromEntries(named), sigma: sds[0]! },
      fitted: alignFitted(target, series, steps[0]!.fitted),
      predict(horizon, levels) {
        checkRequest(horizon, levels);
        const { mean, sd } = continueByAutoregression(target.y, means, sds, horizon);
        return gaussianForecast(target.start, mean, sd, levels);
      },
    };
  },
};

function checkOptions({ lags, months, direct }: MidasOptions): void {
  for (const [name, value, least] of [
    ["lags", lags, 0],
    ["months", months, 1],
    ["direct", direct, 1],
  ] as const)
    if (!Number.isInteger(value) || value < least)
      throw new AppError(
        "invalid-input",
        `midas needs a whole number of ${name} from ${least}; found ${value}`,
      );
}
