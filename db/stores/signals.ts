import { isoDate } from "../../models/series/date.ts";
import type { Params } from "../clickhouse/bindParams.ts";
import { day } from "../clickhouse/day.ts";
import { encodeBlock } from "../clickhouse/nativeBlocks.ts";
import type { Clickhouse } from "../clickhouse/openClickhouse.ts";
import type { SignalStore, StoredSignal } from "./contract.ts";

/** What each rule said, by day of knowledge. Saying it again for the same rule, subject and day replaces it. */
export function signalStore(clickhouse: Clickhouse, now: () => number): SignalStore {
  return {
    async save(signals) {
      if (signals.length === 0) return;
      const at = now();
      const text = (of: (signal: StoredSignal) => string) => signals.map(of);
      const number = (of: (signal: StoredSignal) => number | null) => signals.map((s) => of(s) ?? Number.NaN);
      const columns = [
        ["rule", "String", text((s) => s.rule)],
        ["indicator", "String", text((s) => s.subject.indicator)],
        ["region", "String", text((s) => s.subject.region)],
        ["as_of", "Date32", number((s) => day(s.asOf))],
        ["rule_version", "String", text((s) => s.ruleVersion)],
        ["severity", "String", text((s) => s.severity)],
        ["direction", "String", text((s) => s.direction)],
        ["period", "String", text((s) => s.period)],
        ["value", "Float64", number((s) => s.value)],
        ["threshold", "Float64", number((s) => s.threshold)],
        ["detail", "String", text((s) => s.detail)],
        ["saved_at", "DateTime64(3, 'UTC')", number(() => at)],
      ] as const;
      await clickhouse.insert(
        "signals",
        columns.map(([name]) => name),
        { bytes: encodeBlock(columns) },
      );
    },

    async list(filter) {
      const params: Params = {
        ...(filter.rule === undefined ? {} : { rule: filter.rule }),
        ...(filter.subject ? { indicator: filter.subject.indicator, region: filter.subject.region } : {}),
        ...(filter.from === undefined ? {} : { from: day(filter.from) }),
        ...(filter.to === undefined ? {} : { to: day(filter.to) }),
      };
      const conditions = FILTERS.filter(([name]) => name in params).map(([, sql]) => sql);
      const answer = await clickhouse.read(
        `SELECT rule, indicator, region, as_of, rule_version, severity, direction, period, value, threshold, detail
FROM signals FINAL ${conditions.length > 0 ? `WHERE ${conditions.join(" AND ")}` : ""}
ORDER BY as_of, rule, indicator, region`,
        { params },
      );
      const text = (name: string, row: number) => answer.texts(name)[row]!;
      const numberOrNone = (name: string, row: number) => {
        const value = answer.numbers(name)[row]!;
        return Number.isNaN(value) ? null : value;
      };
      return Array.from(
        { length: answer.rows },
        (_, row): StoredSignal => ({
          rule: text("rule", row),
          ruleVersion: text("rule_version", row),
          asOf: isoDate(answer.numbers("as_of")[row]!),
          subject: { indicator: text("indicator", row), region: text("region", row) },
          severity: text("severity", row) as StoredSignal["severity"],
          direction: text("direction", row) as StoredSignal["direction"],
          period: text("period", row),
          value: numberOrNone("value", row),
          threshold: numberOrNone("threshold", row),
          detail: text("detail", row),
        }),
      );
    },

    async lastDay(to) {
      const answer = await clickhouse.read(
        "SELECT max(as_of) AS newest, count() AS n FROM signals WHERE as_of <= {to:Date32}",
        { params: { to: day(to) } },
      );
      return answer.numbers("n")[0] === 0 ? null : isoDate(answer.numbers("newest")[0]!);
    },
  };
}

const FILTERS = [
  ["rule", "rule = {rule:String}"],
  ["indicator", "indicator = {indicator:String} AND region = {region:String}"],
  ["from", "as_of >= {from:Date32}"],
  ["to", "as_of <= {to:Date32}"],
] as const;
