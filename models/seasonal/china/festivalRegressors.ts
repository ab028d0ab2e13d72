import { chooseSpringFestival, SPRING_FESTIVAL_SEARCH } from "../holidays/chooseSpringFestival.ts";
import { type SpringFestivalWindow, springFestivalBlocks } from "../holidays/springFestivalBlocks.ts";
import { airline, problemOf } from "../regarima/model.ts";
import type { Regressor } from "../regarima/regressor.ts";
import type { MonthsToAdjust } from "./monthsToAdjust.ts";
import type { SeasonalPolicy } from "./seasonalPolicy.ts";

export interface FestivalChoice {
  regressors: readonly Regressor[];
  window: SpringFestivalWindow | null;
  /** AICc without less AICc with the windows; null where they were given. */
  gain: number | null;
}

/**
 * The Spring Festival's regressors as the policy has them. A search sees only months published apart: a January–February
 * in one would have to be parted with the very windows looked for.
 */
export function festivalRegressors(figures: MonthsToAdjust, policy: SeasonalPolicy): FestivalChoice {
  const { festival, kind, log } = policy;
  if (festival === null) return { regressors: [], window: null, gain: null };
  if (festival !== "searched")
    return {
      regressors: springFestivalBlocks(festival, { measure: kind }),
      window: festival,
      gain: null,
    };
  const values = figures.values.slice();
  for (const t of figures.combined) values[t] = Number.NaN;
  const model = { log, prior: "none", order: airline(12), regressors: [] } as const;
  // A flow does not rise in the holiday week; a stock's effect is a running total and may have either sign.
  const signs = kind === "flow" ? ({ during: 1 } as const) : {};
  const search = { ...SPRING_FESTIVAL_SEARCH, measure: kind, signs };
  const { regressors, window, gain } = chooseSpringFestival(
    problemOf(values, figures.first, 12, 0),
    model,
    search,
  );
  return { regressors, window, gain };
}
