import type { ArimaOrder } from "../../arima/arimaOrder.ts";
import { type FittedModel, fitModel, type Model, type Problem } from "../regarima/model.ts";
import type { Regressor } from "../regarima/regressor.ts";
import { columnTs } from "../regarima/significance.ts";
import { type SpringFestivalWindow, springFestivalBlocks } from "./springFestivalBlocks.ts";

export interface SpringFestivalChoice {
  /** none: no window is better than none. */
  kind: "three-blocks" | "one-block" | "none";
  window: SpringFestivalWindow | null;
  regressors: readonly Regressor[];
  model: FittedModel;
  /** AICc without less AICc of the choice. */
  gain: number;
  /** Every window tried, best first; `plausible` says whether the guard let it pass. */
  tried: readonly { window: SpringFestivalWindow; oneBlock: boolean; aicc: number; plausible: boolean }[];
}

export interface SpringFestivalSearch {
  before: readonly number[];
  during: readonly number[];
  after: readonly number[];
  measure?: "flow" | "stock";
  centred?: { from: number; to: number } | null;
  /** Sign that a block's coefficient may not have when it is significant: activity does not rise during the holiday, say. */
  signs?: Partial<Record<"before" | "during" | "after", 1 | -1>>;
  /** Largest effect of a whole block that is believed: log points with logs, share of the mean level without. */
  largest: number;
}

export const SPRING_FESTIVAL_SEARCH: SpringFestivalSearch = {
  before: [0, 5, 10, 15, 20, 25],
  during: [7],
  after: [0, 7, 14, 20],
  largest: 1.5,
};

const SIGNIFICANT = 2;

/**
 * The windows of the Spring Festival for one series, by AICc over a grid of lengths before and after the holiday week. A window
 * is passed over where a significant coefficient has a sign that was ruled out or an effect beyond belief; where no three-block
 * window is left that beats none, one block over the whole window is tried over the same grid.
 * After Roberts & White (2015), RBA RDP 2015-13, who choose windows by information criteria; 王立荣、周金南 (2018).
 */
export function chooseSpringFestival(
  problem: Problem,
  model: Model & { order: ArimaOrder },
  search: SpringFestivalSearch = SPRING_FESTIVAL_SEARCH,
): SpringFestivalChoice {
  const none = fitModel(problem, model);
  const { measure, centred } = search;
  const options = { ...(measure ? { measure } : {}), ...(centred === undefined ? {} : { centred }) };
  const scale = model.log ? 1 : meanSize(problem.values);
  const tried: SpringFestivalChoice["tried"][number][] = [];
  const best = (oneBlock: boolean): SpringFestivalChoice | null => {
    let chosen: SpringFestivalChoice | null = null;
    for (const before of search.before)
      for (const during of search.during)
        for (const after of search.after) {
          const window = { before, during, after };
          const regressors = springFestivalBlocks(window, { ...options, oneBlock });
          const fitted = fitModel(
            problem,
            { ...model, regressors: [...regressors, ...model.regressors] },
            { start: none.fit.coordinates, rough: true },
          );
          const plausible = isPlausible(fitted, regressors, search, scale);
          const { aicc } = fitted.criteria;
          tried.push({ window, oneBlock, aicc, plausible });
          const gain = none.criteria.aicc - aicc;
          if (!plausible || gain <= 0 || (chosen && gain <= chosen.gain)) continue;
          chosen = {
            kind: oneBlock ? "one-block" : "three-blocks",
            window,
            regressors,
            model: fitted,
            gain,
            tried,
          };
        }
    return chosen;
  };
  const chosen = best(false) ?? best(true);
  tried.sort((a, b) => a.aicc - b.aicc);
  if (chosen)
    return { ...chosen, model: fitModel(problem, chosen.model, { start: chosen.model.fit.coordinates }) };
  return { kind: "none", window: null, regressors: [], model: none, gain: 0, tried };
}

function isPlausible(
  fitted: FittedModel,
  regressors: readonly Regressor[],
  { signs = {}, largest }: SpringFestivalSearch,
  scale: number,
): boolean {
  const t = columnTs(fitted);
  const k = fitted.fit.coefficients.length - fitted.columns.length;
  return regressors.every((r, i) => {
    if (fitted.fit.dependent.includes(k + i)) return false;
    const effect = fitted.fit.coefficients[k + i]!;
    if (Math.abs(effect) > largest * scale) return false;
    const block = r.kind === "festival" ? r.name.replace("Spring Festival ", "") : "";
    const ruledOut = signs[block as "before" | "during" | "after"];
    return ruledOut === undefined || !(Math.abs(t[i]!) > SIGNIFICANT && Math.sign(effect) === ruledOut);
  });
}

function meanSize(values: Float64Array): number {
  const known = values.filter(Number.isFinite);
  return known.reduce((s, v) => s + Math.abs(v), 0) / Math.max(1, known.length);
}
