import type { User } from "../../../db/stores/contract.ts";
import { chooseModel } from "../../../models/forecast/chooseModel.ts";
import { pathSaid } from "../../../models/forecast/pathSaid.ts";
import type { PointGroup } from "../../../models/forecast/pointGroup.ts";
import { slotOf } from "../../../models/series/period.ts";
import type { Series } from "../../../models/series/series.ts";
import { NATION } from "../../../models/warning/nation.ts";
import type { ForecastTable, Headline, ModelForecastRow } from "../../routers/views.ts";
import type { Services } from "../../services.ts";
import { indicatorFor, sourceWords } from "../catalogue.ts";
import { passportOf } from "../passport.ts";
import { sayNumber } from "../say.ts";
import { errorRecord, runsDaily } from "./fanView.ts";
import { forecastShown } from "./forecastShown.ts";
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
  const seen = user.role === "leader" ? relied.filter((r) => r.standing.state === "good") : own;
  const horizons = [...new Set(seen.map((r) => r.horizon))].sort((a, b) => a - b);
  const table = horizons.map((horizon) => ({
    horizon,
    rows: seen
      .filter((r) => r.horizon === horizon)
      .sort((a, b) => a.relativeToNaive - b.relativeToNaive || a.model.localeCompare(b.model))
      .map((record): ModelForecastRow => {
        const ofModel = groups.filter((g) => g.region === NATION && g.model === record.model);
        const shown = forecastShown(
          kept.find((f) => f.model === record.model),
          pathSaid(ofModel),
          series!,
        );
        const said = errorRecord(s, record);
        return {
          model: record.model,
          modelTitle: said.modelTitle,
          forecast: shown && aheadBy(shown, series!, horizon),
          record: said,
          errors: errorsOf(ofModel.find((g) => g.horizon === horizon)),
        };
      }),
  }));
  return {
    ...passport,
    indicator: id,
    name: indicator.short,
    unit: indicator.unit,
    decimals: indicator.decimals,
    source: sourceWords(indicator),
    title: tableTitle(table),
    horizons: table,
    withheld: relied.length - relied.filter((r) => seen.includes(r)).length,
    chosen: chooseModel(relied),
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

/** The best model at the shortest horizon, and how its error compares with naive's. */
export function tableTitle(horizons: ForecastTable["horizons"]): Headline {
  const first = horizons[0];
  const best = first?.rows[0];
  if (!first || !best)
    return {
      text: { zh: "没有模型胜过朴素预测", en: "No model has beaten the naive forecast" },
      claims: [],
    };
  const ratio = sayNumber(best.record.relativeToNaive, 2);
  const wins = best.record.relativeToNaive < 1;
  return {
    text: {
      zh: `提前 ${first.horizon} 期，${best.modelTitle.zh}误差最小，为朴素预测的 ${ratio} 倍${wins ? "" : "，未胜出"}`,
      en: `${first.horizon} ahead, ${best.modelTitle.en} errs least: ${ratio} of naive${wins ? "" : ", which it does not beat"}`,
    },
    claims: [{ kind: `best-ahead:${best.model}`, value: best.record.relativeToNaive }],
  };
}
