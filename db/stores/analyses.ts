import { isoDate } from "../../models/series/date.ts";
import { day } from "../clickhouse/day.ts";
import type { Clickhouse } from "../clickhouse/openClickhouse.ts";
import type { AnalysisStore, StoredAnalysis } from "./contract.ts";
import { type Field, namesOf, saveRows } from "./saveRows.ts";

type Row = Omit<StoredAnalysis, "savedAt">;

/** Results of standing analyses in ClickHouse, found by what was read. */
export function analysisStore(clickhouse: Clickhouse, now: () => number): AnalysisStore {
  const fields: readonly Field<Row>[] = [...ANALYSIS, ["saved_at", "DateTime64(3, 'UTC')", () => now()]];
  return {
    save: (row) => saveRows(clickhouse, "analyses", [row], fields),

    async find({ analysis, subject, version, inputs }, options) {
      const answer = await clickhouse.read(
        `SELECT ${namesOf(ANALYSIS)}, toUInt64(toUnixTimestamp64Milli(saved_at)) AS saved FROM analyses
WHERE analysis = {analysis:String} AND subject = {subject:String} AND version = {version:String} AND inputs = {inputs:String}
ORDER BY saved_at DESC LIMIT 1`,
        {
          params: { analysis, subject, version, inputs },
          ...(options?.signal ? { signal: options.signal } : {}),
        },
      );
      if (answer.rows === 0) return null;
      const text = (name: string) => answer.texts(name)[0]!;
      const number = (name: string) => answer.numbers(name)[0]!;
      return {
        analysis,
        subject,
        version,
        inputs,
        day: isoDate(number("day")),
        vintages: JSON.parse(text("vintages")) as StoredAnalysis["vintages"],
        parameters: JSON.parse(text("parameters")) as StoredAnalysis["parameters"],
        seed: number("seed"),
        run: number("run"),
        codeVersion: text("code_version"),
        durationMs: number("duration_ms"),
        result: text("result"),
        savedAt: new Date(number("saved")).toISOString(),
      };
    },

    async days({ analysis, subject, version }) {
      const answer = await clickhouse.read(
        `SELECT DISTINCT day FROM analyses
WHERE analysis = {analysis:String} AND subject = {subject:String} AND version = {version:String} ORDER BY day`,
        { params: { analysis, subject, version } },
      );
      return Array.from({ length: answer.rows }, (_, row) => isoDate(answer.numbers("day")[row]!));
    },
  };
}

const ANALYSIS: readonly Field<Row>[] = [
  ["analysis", "String", (a) => a.analysis],
  ["subject", "String", (a) => a.subject],
  ["version", "String", (a) => a.version],
  ["day", "Date32", (a) => day(a.day)],
  ["inputs", "String", (a) => a.inputs],
  ["vintages", "String", (a) => JSON.stringify(a.vintages)],
  ["parameters", "String", (a) => JSON.stringify(a.parameters)],
  ["seed", "UInt32", (a) => a.seed],
  ["run", "UInt32", (a) => a.run],
  ["code_version", "String", (a) => a.codeVersion],
  ["duration_ms", "UInt32", (a) => a.durationMs],
  ["result", "String", (a) => a.result],
];
