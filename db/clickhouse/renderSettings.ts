import { AppError } from "../../models/errors.ts";
import { quoted } from "./bindParams.ts";

export type Settings = Readonly<Record<string, string | number | boolean>>;

/**
 * Writes settings into the statement they are meant for. `SET` before it would stay with the connection and
 * change the next person's query; inside the statement they end with it.
 *
 *   SELECT …, ALTER …, OPTIMIZE …, DELETE …    SETTINGS at the end
 *   INSERT INTO t (a, b) …                      SETTINGS after the columns and the file
 *
 * Throws AppError("invalid-input") for a setting that is no name and for statements that take none
 * (in CREATE TABLE they would become settings of the table).
 */
export function renderSettings(sql: string, settings: Settings): string {
  const names = Object.keys(settings);
  if (names.length === 0) return sql;
  const list = `SETTINGS ${names.map((name) => `${checked(name)} = ${text(settings[name]!)}`).join(", ")}`;
  const bare = sql.replace(/^(?:\s|--[^\n]*\n|\/\*[\s\S]*?\*\/)+/, "").replace(/[\s;]+$/, "");
  const verb = /^\(*\s*([A-Za-z]+)/.exec(bare)?.[1]?.toUpperCase() ?? "";
  if (AT_THE_END.has(verb)) return `${bare}\n${list}`;
  const insert = INSERT_HEAD.exec(bare);
  if (insert) return `${insert[0]} ${list}${bare.slice(insert[0].length)}`;
  throw new AppError("invalid-input", `a statement that begins with "${verb}" takes no settings`);
}

const INSERT_HEAD =
  /^INSERT\s+INTO\s+(?:TABLE\s+)?[\w.`]+\s*(?:\([^()]*\))?(?:\s*FROM INFILE '(?:[^'\\]|\\.)*' COMPRESSION 'none')?/i;

const AT_THE_END = new Set([
  "SELECT",
  "WITH",
  "SHOW",
  "EXPLAIN",
  "DESCRIBE",
  "DESC",
  "EXISTS",
  "ALTER",
  "OPTIMIZE",
  "DELETE",
  "CHECK",
]);

function checked(name: string): string {
  if (!/^[a-z][a-z0-9_]*$/.test(name)) throw new AppError("invalid-input", `"${name}" is no setting`);
  return name;
}

function text(value: string | number | boolean): string {
  if (typeof value === "string") return quoted(value);
  return typeof value === "boolean" ? (value ? "1" : "0") : String(value);
}
