import type { Role, SeriesKey } from "../../db/stores/contract.ts";
import type { BacktestSummary } from "../../models/forecast/backtestContract.ts";
import { pathSaid } from "../../models/forecast/pathSaid.ts";
import type { Indicator, Words } from "../../models/indicators/indicator.ts";
import type { IsoDate } from "../../models/series/date.ts";
import type { Series } from "../../models/series/series.ts";
import { NATION } from "../../models/warning/nation.ts";
import { TARGET_SOURCE, type TargetKind, targetInForce } from "../../models/warning/targets.ts";
import { FORECAST_TARGETS } from "../jobs/targets.ts";
import type { ErrorRecord, FanView } from "../routers/views.ts";
import type { Services } from "../services.ts";
import { sourceWords } from "./catalogue.ts";
import { tailOf } from "./figure.ts";
import { type ForecastShown, forecastShown } from "./forecastShown.ts";
import { recordsAsOf } from "./recordsAsOf.ts";
import { FROM_BACKTEST, whyNoForecast } from "./whyNoForecast.ts";

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

const modelTitle = (s: Services, id: string): Words => s.models.get(id)?.model.title ?? { zh: id, en: id };

/** An error summary with the model's title, as pages show it. */
export function errorRecord(s: Services, e: BacktestSummary): ErrorRecord {
  return { ...e, modelTitle: modelTitle(s, e.model) };
}

/**
 * The model whose forecast is shown: of those that passed the gate at the shortest horizon, the one with the
 * lowest mean error relative to naive over all its horizons. null when none passed.
 */
export function chooseModel(errors: readonly BacktestSummary[]): string | null {
  const first = Math.min(...errors.map((e) => e.horizon));
  const passed = errors.filter((e) => e.horizon === first && e.gate === "passed").map((e) => e.model);
  const score = (model: string): number => {
    const own = errors.filter((e) => e.model === model);
    return own.reduce((sum, e) => sum + e.relativeToNaive, 0) / own.length;
  };
  return passed.sort((a, b) => score(a) - score(b) || a.localeCompare(b))[0] ?? null;
}

/**
 * Fan chart of one series, all as known on the day: its history, the model chosen by the records of that day, the
 * newest it had said by then, its error record. `model` asks for a certain one; a leader is given only what passed the gate.
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
  const chosen = model && role !== "leader" ? model : chooseModel(own);
  const said = pathSaid((groups ?? []).filter((g) => g.region === series.region && g.model === chosen));
  const shown = forecastShown(
    kept.find((f) => f.model === chosen),
    said,
    series,
  );
  const record = own.filter((e) => e.model === chosen).toSorted((a, b) => a.horizon - b.horizon)[0];
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
      ? whyNoForecast(own, chosen, { target, lookingBack })
      : shown.from === "backtest"
        ? FROM_BACKTEST
        : null,
    record: record ? errorRecord(s, record) : null,
    target: targetOf(indicator.id, Number(year), asOf),
    source: sourceWords(indicator),
  };
}

function fan(
  s: Services,
  model: string,
  { origin, madeAsOf, periods, mean, intervals }: ForecastShown,
): NonNullable<FanView["forecast"]> {
  return { model, modelTitle: modelTitle(s, model), origin, madeAsOf, periods, mean, intervals };
}
