import { isoDate } from "../../models/series/date.ts";
import type { Params } from "../clickhouse/bindParams.ts";
import { day } from "../clickhouse/day.ts";
import type { Clickhouse } from "../clickhouse/openClickhouse.ts";
import { backtestPoints } from "./backtestPoints.ts";
import type { ErrorSummary, ForecastStore, SeriesKey, StoredForecast } from "./contract.ts";
import { type Field, namesOf, saveRows } from "./saveRows.ts";

/** Forecasts, back-test points and error summaries in ClickHouse. A later run replaces what it repeats. */
export function forecastStore(clickhouse: Clickhouse, now: () => number): ForecastStore {
  const { savePoints, backtest, points } = backtestPoints(clickhouse, now);
  return {
    backtest,
    points,
    saveForecasts: (rows) => saveRows(clickhouse, "forecasts", rows, FORECAST),

    async saveBacktest(scored, summaries) {
      await savePoints(scored);
      await saveRows(clickhouse, "error_records", summaries, SUMMARY);
    },

    async forecasts(key, options) {
      const dated = options?.asOf !== undefined;
      const answer = await clickhouse.read(
        `SELECT ${namesOf(FORECAST)} FROM forecasts FINAL
WHERE indicator = {indicator:String} AND region = {region:String}${dated ? " AND as_of <= {asOf:Date32}" : ""}
ORDER BY model, as_of DESC, run DESC LIMIT 1 BY model`,
        {
          params: { ...named(key), ...(dated ? { asOf: day(options.asOf!) } : {}) },
          ...(options?.signal ? { signal: options.signal } : {}),
        },
      );
      const nested = (name: string) => answer.lists(name) as unknown as readonly (readonly number[][])[];
      const lower = nested("lower");
      const upper = nested("upper");
      return Array.from(
        { length: answer.rows },
        (_, row): StoredForecast => ({
          model: answer.texts("model")[row]!,
          modelVersion: answer.texts("model_version")[row]!,
          ...key,
          asOf: isoDate(answer.numbers("as_of")[row]!),
          origin: answer.texts("origin")[row]!,
          periods: answer.lists("periods")[row] as unknown as readonly string[],
          mean: answer.lists("mean")[row]!,
          sd: answer.lists("sd")[row]!,
          intervals: answer.lists("levels")[row]!.map((level, i) => ({
            level,
            lower: lower[row]![i]!,
            upper: upper[row]![i]!,
          })),
          members: answer.lists("member_models")[row]!.map((model, i) => {
            const of = (name: string) => answer.lists(name)[row]![i]!;
            const rmse = of("member_rmses");
            return {
              model: model as unknown as string,
              version: of("member_versions") as unknown as string,
              weight: of("member_weights"),
              rmse: Number.isNaN(rmse) ? null : rmse,
              errors: of("member_errors"),
            };
          }),
          run: answer.numbers("run")[row]!,
        }),
      );
    },

    async errors(filter = {}) {
      const params: Params = Object.fromEntries(Object.entries(filter).filter(([, v]) => v !== undefined));
      const conditions = ERROR_FILTERS.filter(([name]) => name in params).map(([, sql]) => sql);
      const answer = await clickhouse.read(
        `SELECT ${namesOf(SUMMARY)} FROM error_records FINAL
${conditions.length > 0 ? `WHERE ${conditions.join(" AND ")}` : ""}
ORDER BY indicator, region, model, horizon, run DESC LIMIT 1 BY indicator, region, model, horizon`,
        { params },
      );
      const text = (name: string, row: number) => answer.texts(name)[row]!;
      const number = (name: string, row: number) => answer.numbers(name)[row]!;
      return Array.from(
        { length: answer.rows },
        (_, row): ErrorSummary => ({
          model: text("model", row),
          modelVersion: text("model_version", row),
          indicator: text("indicator", row),
          region: text("region", row),
          horizon: number("horizon", row),
          origins: number("origins", row),
          firstOrigin: text("first_origin", row),
          lastOrigin: text("last_origin", row),
          dataBasis: text("data_basis", row) as ErrorSummary["dataBasis"],
          mae: number("mae", row),
          rmse: number("rmse", row),
          mase: number("mase", row),
          coverage80: number("coverage_80", row),
          coverage95: number("coverage_95", row),
          relativeToNaive: number("relative_to_naive", row),
          gate: text("gate", row) as ErrorSummary["gate"],
          run: number("run", row),
        }),
      );
    },
  };
}

const named = (key: SeriesKey) => ({ indicator: key.indicator, region: key.region });

const ERROR_FILTERS = [
  ["model", "model = {model:String}"],
  ["indicator", "indicator = {indicator:String}"],
  ["horizon", "horizon = {horizon:UInt32}"],
] as const;

const FORECAST: readonly Field<StoredForecast>[] = [
  ["indicator", "String", (f) => f.indicator],
  ["region", "String", (f) => f.region],
  ["model", "String", (f) => f.model],
  ["model_version", "String", (f) => f.modelVersion],
  ["as_of", "Date32", (f) => day(f.asOf)],
  ["run", "UInt32", (f) => f.run],
  ["origin", "String", (f) => f.origin],
  ["periods", "Array(String)", (f) => [...f.periods]],
  ["mean", "Array(Float64)", (f) => [...f.mean]],
  ["sd", "Array(Float64)", (f) => [...f.sd]],
  ["levels", "Array(Float64)", (f) => f.intervals.map((each) => each.level)],
  ["lower", "Array(Array(Float64))", (f) => f.intervals.map((each) => [...each.lower])],
  ["upper", "Array(Array(Float64))", (f) => f.intervals.map((each) => [...each.upper])],
  ["member_models", "Array(String)", (f) => f.members.map((m) => m.model)],
  ["member_versions", "Array(String)", (f) => f.members.map((m) => m.version)],
  ["member_weights", "Array(Float64)", (f) => f.members.map((m) => m.weight)],
  ["member_rmses", "Array(Float64)", (f) => f.members.map((m) => m.rmse ?? Number.NaN)],
  ["member_errors", "Array(UInt32)", (f) => f.members.map((m) => m.errors)],
];

const SUMMARY: readonly Field<ErrorSummary>[] = [
  ["indicator", "String", (e) => e.indicator],
  ["region", "String", (e) => e.region],
  ["model", "String", (e) => e.model],
  ["model_version", "String", (e) => e.modelVersion],
  ["horizon", "UInt32", (e) => e.horizon],
  ["run", "UInt32", (e) => e.run],
  ["origins", "UInt32", (e) => e.origins],
  ["first_origin", "String", (e) => e.firstOrigin],
  ["last_origin", "String", (e) => e.lastOrigin],
  ["data_basis", "String", (e) => e.dataBasis],
  ["mae", "Float64", (e) => e.mae],
  ["rmse", "Float64", (e) => e.rmse],
  ["mase", "Float64", (e) => e.mase],
  ["coverage_80", "Float64", (e) => e.coverage80],
  ["coverage_95", "Float64", (e) => e.coverage95],
  ["relative_to_naive", "Float64", (e) => e.relativeToNaive],
  ["gate", "String", (e) => e.gate],
];
