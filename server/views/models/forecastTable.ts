import type { StoredForecast, User } from "../../../db/stores/contract.ts";
import { againstGroup } from "../../../models/forecast/againstGroup.ts";
import { chooseModel } from "../../../models/forecast/chooseModel.ts";
import { pathSaid } from "../../../models/forecast/pathSaid.ts";
import type { PointGroup } from "../../../models/forecast/pointGroup.ts";
import { NATION } from "../../../models/indicators/nation.ts";
import { slotOf } from "../../../models/series/period.ts";
import type { Series } from "../../../models/series/series.ts";
import type {
  CombinationShown,
  ForecastsAhead,
  ForecastTable,
  ModelForecastRow,
} from "../../routers/views.ts";
import type { Services } from "../../services.ts";
import { indicatorFor, sourceWords } from "../catalogue.ts";
import { passportOf } from "../passport.ts";
import { aheadTitle } from "./aheadTitle.ts";
import { combinationShown } from "./combinationShown.ts";
import { errorRecord, modelTitle, runsDaily } from "./fanView.ts";
import { forecastShown } from "./forecastShown.ts";
import { leastErrorFirst } from "./leastErrorFirst.ts";
import { recordsAsOf } from "./recordsAsOf.ts";

/** Newest errors beside a model: two years of months, six of quarters. */
const ERRORS_SHOWN = 24;

/** Every model on one indicator by horizon: what it says of that far ahead, and how it did. A leader is given models in good standing that run by themselves. */
export async function forecastTable(
  s: Services,
  user: User,
  id: string,
  asOfText: string | undefined,
): Promise<ForecastTable> {
  const passport = passportOf(s.edition, asOfText);
  const { asOf } = passport;
  const indicator = indicatorFor(user, id);
  const key = { indicator: id, region: NATION };
  const [[series], { records, groups }, kept] = await Promise.all([
    s.base.observations.series([key], { asOf }),
    recordsAsOf(s, { indicator: id, asOf }),
    s.base.forecasts.forecasts(key, { asOf }),
  ]);
  const own = records.filter((r) => r.region === NATION);
  const relied = own.filter((r) => runsDaily(s, r.model));
  const chosen = chooseModel(relied);
  const leader = user.role === "leader";
  const seen = leader ? relied.filter((r) => r.standing.state === "good") : own;
  const points = groups.filter((g) => g.region === NATION);
  const shownOf = (model: string): ReturnType<typeof forecastShown> =>
    forecastShown(
      kept.find((f) => f.model === model),
      pathSaid(points.filter((g) => g.model === model)),
      series!,
    );
  const groupOf = (model: string | null, horizon: number): PointGroup | undefined =>
    points.find((g) => g.model === model && g.horizon === horizon);
  const quarterly = indicator.frequency === "Q";
  const ahead = (horizon: number): ForecastsAhead => {
    const relying = groupOf(chosen, horizon);
    const rows = seen
      .filter((r) => r.horizon === horizon)
      .map((record): ModelForecastRow => {
        const { model } = record;
        const shown = shownOf(model);
        const said = errorRecord(s, record);
        const group = groupOf(model, horizon);
        return {
          model,
          modelTitle: said.modelTitle,
          daily: runsDaily(s, model),
          forecast: shown && aheadBy(shown, series!, horizon),
          record: said,
          against: leader || !group || !relying || model === chosen ? null : againstGroup(group, relying),
          errors: errorsOf(group),
        };
      });
    const sorted = leastErrorFirst(rows, chosen);
    return { horizon, title: aheadTitle(horizon, sorted, chosen, quarterly), rows: sorted };
  };
  return {
    ...passport,
    indicator: id,
    name: indicator.short,
    unit: indicator.unit,
    decimals: indicator.decimals,
    source: sourceWords(indicator),
    quarterly,
    horizons: [...new Set(seen.map((r) => r.horizon))].sort((a, b) => a - b).map(ahead),
    combination: combinationOf(s, kept, shownOf, (model) => seen.some((r) => r.model === model)),
    withheld: relied.length - relied.filter((r) => seen.includes(r)).length,
    chosen,
  };
}

/** The combination among the models that the reader is shown, where there is one. */
function combinationOf(
  s: Services,
  kept: readonly StoredForecast[],
  shownOf: (model: string) => ReturnType<typeof forecastShown>,
  maySee: (model: string) => boolean,
): CombinationShown | null {
  const combining = s.models.models.find((m) => m.model.combines && maySee(m.model.id))?.model;
  if (!combining) return null;
  const shown = shownOf(combining.id);
  const row = kept.find((f) => f.model === combining.id);
  const told = combinationShown(row, shown?.from === "kept", maySee, (model) => modelTitle(s, model));
  return {
    model: combining.id,
    modelTitle: combining.title,
    madeAsOf: told.why || !row ? null : row.asOf,
    ...told,
  };
}

/** What a path says of the period `horizon` periods after the last figure. */
function aheadBy(
  shown: NonNullable<ReturnType<typeof forecastShown>>,
  series: Series,
  horizon: number,
): ModelForecastRow["forecast"] {
  const last = series.firstSlot + series.values.findLastIndex((v) => v !== null);
  const at = shown.periods.findIndex((p) => slotOf(p, series.frequency) === last + horizon);
  const band = shown.intervals.find((i) => i.level === 80);
  if (at < 0 || !band) return null;
  return {
    period: shown.periods[at]!,
    mean: shown.mean[at]!,
    lower80: band.lower[at]!,
    upper80: band.upper[at]!,
    madeAsOf: shown.madeAsOf,
  };
}

function errorsOf(group: PointGroup | undefined): ModelForecastRow["errors"] {
  if (!group) return { periods: [], values: [] };
  const known = group.actual.flatMap((a, i) => (Number.isNaN(a) ? [] : [i])).slice(-ERRORS_SHOWN);
  return {
    periods: known.map((i) => group.targets[i]!),
    values: known.map((i) => group.predicted[i]! - group.actual[i]!),
  };
}
