import type { PointGroup } from "../../models/forecast/pointGroup.ts";
import { isoDate } from "../../models/series/date.ts";
import type { VintageBasis } from "../../models/series/observation.ts";
import type { Params } from "../clickhouse/bindParams.ts";
import { day } from "../clickhouse/day.ts";
import type { Clickhouse } from "../clickhouse/openClickhouse.ts";
import type { BacktestPoint, ForecastStore } from "./contract.ts";
import { type Field, namesOf, saveRows } from "./saveRows.ts";

/**
 * Back-test points in ClickHouse. A point is kept once, with every word of the source on its target, so that any day
 * is scored by what it knew; a later save of the same origin replaces the earlier.
 */
export function backtestPoints(
  clickhouse: Clickhouse,
  now: () => number,
): Pick<ForecastStore, "backtest" | "points"> & {
  savePoints(points: readonly BacktestPoint[]): Promise<void>;
} {
  return {
    savePoints(points) {
      const at = now();
      return saveRows(clickhouse, "scored_forecasts", points, [
        ...POINT,
        ["saved_at", "DateTime64(3, 'UTC')", () => at],
      ]);
    },

    async backtest(key) {
      const answer = await clickhouse.read(
        `SELECT * FROM (
  SELECT ${namesOf(POINT)} FROM scored_forecasts
  WHERE indicator = {indicator:String} AND region = {region:String}
  ORDER BY model, horizon, origin, saved_at DESC LIMIT 1 BY model, horizon, origin)
ORDER BY model, horizon, origin_as_of, origin`,
        { params: { indicator: key.indicator, region: key.region } },
      );
      const text = (name: string, row: number) => answer.texts(name)[row]!;
      const number = (name: string, row: number) => answer.numbers(name)[row]!;
      return Array.from(
        { length: answer.rows },
        (_, row): BacktestPoint => ({
          model: text("model", row),
          modelVersion: text("model_version", row),
          indicator: key.indicator,
          region: key.region,
          horizon: number("horizon", row),
          origin: text("origin", row),
          originAsOf: isoDate(number("origin_as_of", row)),
          originBasis: text("origin_basis", row) as VintageBasis,
          target: text("target", row),
          predicted: number("predicted", row),
          lower80: number("lower_80", row),
          upper80: number("upper_80", row),
          lower95: number("lower_95", row),
          upper95: number("upper_95", row),
          actual: number("actual", row),
          actuals: answer.lists("actual_days")[row]!.map((known, i) => ({
            day: isoDate(known),
            value: orNull(answer.lists("actual_values")[row]![i]!),
          })),
          scale: orNull(number("scale", row)),
          plainNaive: number("plain_naive", row),
          seasonalNaive: orNull(number("seasonal_naive", row)),
          naive: number("naive", row),
        }),
      );
    },

    async points({ asOf, ...filter }) {
      const params: Params = Object.fromEntries(Object.entries(filter).filter(([, v]) => v !== undefined));
      const conditions = FILTERS.filter(([name]) => name in params).map(([, sql]) => sql);
      const answer = await clickhouse.read(
        `SELECT indicator, region, model, horizon, model_version, origin, origin_as_of, origin_basis, target,
  ${COLUMNS.map(([, column]) => column).join(", ")},
  arrayLastIndex(known -> known <= {asOf:Date32}, actual_days) AS word,
  if(word = 0, nan, actual_values[word]) AS actual_then, actual_days[1] AS first_word
FROM (
  SELECT * FROM scored_forecasts
  ${conditions.length > 0 ? `WHERE ${conditions.join(" AND ")}` : ""}
  ORDER BY indicator, region, model, horizon, origin, saved_at DESC
  LIMIT 1 BY indicator, region, model, horizon, origin)
WHERE origin_as_of <= {asOf:Date32}
ORDER BY indicator, region, model, horizon, origin_as_of, origin`,
        { params: { ...params, asOf: day(asOf) } },
      );
      const names = ["model", "indicator", "region"].map(answer.texts);
      const horizons = answer.numbers("horizon");
      const starts: number[] = [];
      for (let row = 0; row < answer.rows; row++)
        if (horizons[row] !== horizons[row - 1] || names.some((n) => n[row] !== n[row - 1])) starts.push(row);
      return starts.map((from, i): PointGroup => {
        const to = starts[i + 1] ?? answer.rows;
        const texts = (column: string) => answer.texts(column).slice(from, to);
        const numbers = (column: string) =>
          Array.prototype.slice.call(answer.numbers(column), from, to) as number[];
        const actual = numbers("actual_then");
        return {
          model: answer.texts("model")[from]!,
          indicator: answer.texts("indicator")[from]!,
          region: answer.texts("region")[from]!,
          horizon: horizons[from]!,
          modelVersion: answer.texts("model_version")[to - 1]!,
          origins: texts("origin"),
          originDays: numbers("origin_as_of").map(isoDate),
          originBases: texts("origin_basis") as VintageBasis[],
          targets: texts("target"),
          ...columnsOf(numbers),
          actual,
          actualDays: numbers("first_word").map((day, row) =>
            Number.isNaN(actual[row]!) ? null : isoDate(day),
          ),
        };
      });
    },
  };
}

const orNull = (value: number): number | null => (Number.isNaN(value) ? null : value);

const FILTERS = [
  ["model", "model = {model:String}"],
  ["indicator", "indicator = {indicator:String}"],
  ["horizon", "horizon = {horizon:UInt32}"],
] as const;

/** Columns of a group that hold the same on every day. */
const COLUMNS = [
  ["predicted", "predicted"],
  ["lower80", "lower_80"],
  ["upper80", "upper_80"],
  ["lower95", "lower_95"],
  ["upper95", "upper_95"],
  ["plainNaive", "plain_naive"],
  ["seasonalNaive", "seasonal_naive"],
  ["scale", "scale"],
] as const;

type Steady = Record<(typeof COLUMNS)[number][0], number[]>;
const columnsOf = (numbers: (column: string) => number[]): Steady =>
  Object.fromEntries(COLUMNS.map(([key, column]) => [key, numbers(column)])) as Steady;

const POINT: readonly Field<BacktestPoint>[] = [
  ["indicator", "String", (p) => p.indicator],
  ["region", "String", (p) => p.region],
  ["model", "String", (p) => p.model],
  ["model_version", "String", (p) => p.modelVersion],
  ["horizon", "UInt32", (p) => p.horizon],
  ["origin_as_of", "Date32", (p) => day(p.originAsOf)],
  ["origin", "String", (p) => p.origin],
  ["origin_basis", "String", (p) => p.originBasis],
  ["target", "String", (p) => p.target],
  ["predicted", "Float64", (p) => p.predicted],
  ["lower_80", "Float64", (p) => p.lower80],
  ["upper_80", "Float64", (p) => p.upper80],
  ["lower_95", "Float64", (p) => p.lower95],
  ["upper_95", "Float64", (p) => p.upper95],
  ["actual", "Float64", (p) => p.actual],
  ["actual_days", "Array(Date32)", (p) => p.actuals.map((a) => day(a.day))],
  ["actual_values", "Array(Float64)", (p) => p.actuals.map((a) => a.value ?? Number.NaN)],
  ["scale", "Float64", (p) => p.scale ?? Number.NaN],
  ["plain_naive", "Float64", (p) => p.plainNaive],
  ["seasonal_naive", "Float64", (p) => p.seasonalNaive ?? Number.NaN],
  ["naive", "Float64", (p) => p.naive],
];
