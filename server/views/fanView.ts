import type { ErrorSummary, Role, SeriesKey, StoredForecast } from "../../db/stores/contract.ts";
import type { Indicator, Words } from "../../models/indicators/indicator.ts";
import type { IsoDate } from "../../models/series/date.ts";
import type { Series } from "../../models/series/series.ts";
import { TARGET_SOURCE, type TargetKind, targetInForce } from "../../models/warning/targets.ts";
import type { ErrorRecord, FanView } from "../routers/views.ts";
import type { Services } from "../services.ts";
import { sourceWords } from "./catalogue.ts";
import { tailOf } from "./figure.ts";

/** Slots of history before the fan: five years of quarters, four of months. */
const HISTORY: Readonly<Record<string, number>> = { Q: 20, M: 48, A: 20, W: 104, D: 120 };

const NOTHING_GATED: Words = {
  zh: "在当时可知的数据上，尚无模型胜过朴素预测，因此不给出预测。",
  en: "No model has beaten the naive forecast on data as known then, so none is shown.",
};
const NOT_FORECAST: Words = { zh: "该指标未纳入预测。", en: "This indicator is not forecast." };

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
export function errorRecord(s: Services, e: ErrorSummary): ErrorRecord {
  return { ...e, modelTitle: modelTitle(s, e.model) };
}

/**
 * The model whose forecast is shown: of those that passed the gate at the shortest horizon, the one with the
 * lowest mean error relative to naive over all its horizons. null when none passed.
 */
export function chooseModel(errors: readonly ErrorSummary[]): string | null {
  const first = Math.min(...errors.map((e) => e.horizon));
  const passed = errors.filter((e) => e.horizon === first && e.gate === "passed").map((e) => e.model);
  const score = (model: string): number => {
    const own = errors.filter((e) => e.model === model);
    return own.reduce((sum, e) => sum + e.relativeToNaive, 0) / own.length;
  };
  return passed.sort((a, b) => score(a) - score(b) || a.localeCompare(b))[0] ?? null;
}

/**
 * Fan chart of one series: history as known on the day, the chosen model's newest forecast made by then, its
 * error record. `model` asks for a certain one; a leader is given only what passed the gate.
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
  const [errors, forecasts] = await Promise.all([
    s.base.forecasts.errors({ indicator: indicator.id }),
    s.base.forecasts.forecasts(key, { asOf }),
  ]);
  const own = errors.filter((e) => e.region === series.region);
  const chosen = model && role !== "leader" ? model : chooseModel(own);
  const forecast = forecasts.find((f) => f.model === chosen) ?? null;
  const records = own.filter((e) => e.model === chosen).sort((a, b) => a.horizon - b.horizon);
  const year = series.periods.at(-1)?.slice(0, 4) ?? asOf.slice(0, 4);
  return {
    indicator: indicator.id,
    name: indicator.short,
    unit: indicator.unit,
    decimals: indicator.decimals,
    region: series.region,
    history: tailOf(series, HISTORY[series.frequency] ?? 48),
    forecast: forecast && fan(s, forecast),
    why: forecast ? null : own.length === 0 ? NOT_FORECAST : NOTHING_GATED,
    record: records[0] ? errorRecord(s, records[0]) : null,
    target: targetOf(indicator.id, Number(year), asOf),
    source: sourceWords(indicator),
  };
}

function fan(s: Services, f: StoredForecast): NonNullable<FanView["forecast"]> {
  return {
    model: f.model,
    modelTitle: modelTitle(s, f.model),
    origin: f.origin,
    madeAsOf: f.asOf,
    periods: [...f.periods],
    mean: [...f.mean],
    intervals: f.intervals.map((i) => ({ level: i.level, lower: [...i.lower], upper: [...i.upper] })),
  };
}
