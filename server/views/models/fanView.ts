import type { Role, SeriesKey } from "../../../db/stores/contract.ts";
import { chooseModel } from "../../../models/forecast/chooseModel.ts";
import { type LostEdge, lostEdge } from "../../../models/forecast/lostEdge.ts";
import { pathSaid } from "../../../models/forecast/pathSaid.ts";
import type { PointGroup } from "../../../models/forecast/pointGroup.ts";
import type { ErrorRecordThen } from "../../../models/forecast/recordOf.ts";
import { FORECAST_TARGETS } from "../../../models/forecast/targets.ts";
import { TARGET_SOURCE, type TargetKind, targetInForce } from "../../../models/indicators/annualTargets.ts";
import type { Indicator, Words } from "../../../models/indicators/indicator.ts";
import { NATION } from "../../../models/indicators/nation.ts";
import { addDays, type IsoDate } from "../../../models/series/date.ts";
import type { Frequency } from "../../../models/series/frequency.ts";
import type { Series } from "../../../models/series/series.ts";
import type { ErrorRecord, FanView } from "../../routers/views.ts";
import type { Services } from "../../services.ts";
import { sourceWords } from "../catalogue.ts";
import { tailOf } from "../figure.ts";
import { type ForecastShown, forecastShown } from "./forecastShown.ts";
import { recordsAsOf } from "./recordsAsOf.ts";
import { demotionWords, standingWords } from "./standingWords.ts";
import { FROM_BACKTEST, whyNoForecast } from "./whyNoForecast.ts";

/** Days for which a demotion is told beside the forecast that took its place. */
const NEWS_DAYS = 365;

/** Slots of history before the fan: five years of quarters, four of months. */
const HISTORY: Readonly<Record<string, number>> = { Q: 20, M: 48, A: 20, W: 104, D: 120 };

/** Indicators that an annual goal of the government speaks about. */
const TARGET_KINDS: Readonly<Record<string, TargetKind>> = {
  "cpi.yoy": "cpi",
  "gdp.yoy": "gdp",
  "gdp.ytd-yoy": "gdp",
  "unemployment.surveyed": "unemployment",
};

function targetOf(indicator: string, year: number, asOf: IsoDate): FanView["target"] {
  const kind = TARGET_KINDS[indicator];
  const target = kind ? targetInForce(kind, year, asOf) : null;
  if (!target || target.value === null) return null;
  return {
    value: target.value,
    label: { zh: `${target.year}年${TARGET_SOURCE.zh}`, en: `${target.year} ${TARGET_SOURCE.en}` },
  };
}

/** A model's name; its id where this process does not know it. */
export function modelTitle(s: Services, id: string): Words {
  return s.models.get(id)?.model.title ?? { zh: id, en: id };
}

/** An error record with the model's title and how it stands in words, as pages show it. */
export function errorRecord(s: Services, e: ErrorRecordThen): ErrorRecord {
  return { ...e, modelTitle: modelTitle(s, e.model), standingWords: standingWords(e.standing) };
}

/** Whether a model runs by itself, so that its forecasts may be relied on; candidates and withdrawn ones do not. */
export function runsDaily(s: Services, model: string): boolean {
  return s.models.get(model)?.daily ?? false;
}

/**
 * Fan chart of one series, all as known on the day: its history, the model chosen by the records of that day, the
 * newest it had said by then, its error record, and the demotion of the model relied on before. `model` asks for a certain
 * one; a leader is given only a model in good standing that runs by itself.
 */
export async function fanView(
  s: Services,
  indicator: Indicator,
  series: Series,
  asOf: IsoDate,
  role: Role,
  model?: string,
): Promise<FanView> {
  const key: SeriesKey = { indicator: indicator.id, region: series.region };
  const lookingBack = s.edition.baseDate !== null && asOf < s.edition.baseDate;
  const [{ records, groups }, kept] = await Promise.all([
    recordsAsOf(s, { indicator: indicator.id, asOf }),
    s.base.forecasts.forecasts(key, { asOf }),
  ]);
  const own = records.filter((e) => e.region === series.region);
  const relied = own.filter((e) => runsDaily(s, e.model));
  const points = groups.filter((g) => g.region === series.region);
  const chosen = model && role !== "leader" ? model : chooseModel(relied);
  const said = pathSaid(lookingBack ? points.filter((g) => g.model === chosen) : []);
  const shown = forecastShown(
    kept.find((f) => f.model === chosen),
    said,
    series,
  );
  const record = own.filter((e) => e.model === chosen).toSorted((a, b) => a.horizon - b.horizon)[0];
  const lost = lostSince(
    points.filter((g) => runsDaily(s, g.model)),
    series.frequency,
    shown ? addDays(asOf, -NEWS_DAYS) : "",
  );
  const told = lost !== null && (chosen === lost.model || model === undefined);
  const notice = told ? demotionWords(lost, (id) => modelTitle(s, id)) : null;
  // Where nobody is relied on, the demotion is the reason.
  const reason = chosen === null ? notice : null;
  const target = FORECAST_TARGETS.includes(indicator.id) && series.region === NATION;
  const year = series.periods.at(-1)?.slice(0, 4) ?? asOf.slice(0, 4);
  return {
    indicator: indicator.id,
    name: indicator.short,
    unit: indicator.unit,
    decimals: indicator.decimals,
    region: series.region,
    history: tailOf(series, HISTORY[series.frequency] ?? 48),
    forecast: shown && chosen !== null ? fan(s, chosen, shown) : null,
    why: !shown
      ? (reason ?? whyNoForecast(relied, chosen, { target, lookingBack }))
      : shown.from === "backtest"
        ? FROM_BACKTEST
        : null,
    notice: reason === null ? notice : null,
    record: record ? errorRecord(s, record) : null,
    target: targetOf(indicator.id, Number(year), asOf),
    source: sourceWords(indicator),
  };
}

function lostSince(points: readonly PointGroup[], frequency: Frequency, from: IsoDate): LostEdge | null {
  const shortest = Math.min(...points.map((g) => g.horizon));
  return lostEdge(
    points.filter((g) => g.horizon === shortest),
    () => points,
    frequency,
    from,
  );
}

function fan(
  s: Services,
  model: string,
  { origin, madeAsOf, periods, mean, intervals }: ForecastShown,
): NonNullable<FanView["forecast"]> {
  return { model, modelTitle: modelTitle(s, model), origin, madeAsOf, periods, mean, intervals };
}
