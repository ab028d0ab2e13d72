import { AppError } from "../../models/errors.ts";

/** A value bound to a placeholder. Dates travel as text (`YYYY-MM-DD`) or epoch days, never as Date. */
export type Param = string | number | boolean | null | readonly Param[];
export type Params = Readonly<Record<string, Param>>;

/**
 * Replaces `{name:Type}` placeholders by typed literals, the way a ClickHouse server does with `param_name`:
 * `_CAST(literal, 'Type')`, and a quoted name for `Identifier`. The embedded engine shares one parameter
 * table among all its connections, so parallel queries would read each other's values; literals cannot.
 * Braces inside strings, quoted names and comments are left alone.
 * Throws AppError("invalid-input") for a placeholder without a value and for a number that is not finite.
 */
export function bindParams(sql: string, params: Params): string {
  return sql.replace(TOKEN, (token, name: string | undefined, type: string | undefined) => {
    if (name === undefined || type === undefined) return token;
    const value = Object.hasOwn(params, name) ? params[name] : undefined;
    if (value === undefined) throw new AppError("invalid-input", `no value for parameter ${name}:${type}`);
    if (type.trim() === "Identifier") return identifier(name, value);
    return `_CAST(${literal(name, value)}, ${quoted(type.trim())})`;
  });
}

/** Strings, quoted names and comments are taken whole (and left); then the placeholder with its two groups. */
const TOKEN =
  /'(?:[^'\\]|\\.|'')*'|`(?:[^`\\]|\\.|``)*`|"(?:[^"\\]|\\.|"")*"|--[^\n]*|\/\*[\s\S]*?\*\/|\{\s*([A-Za-z_]\w*)\s*:\s*([^{}]+?)\s*\}/g;

/** A string literal: quotes and backslashes escaped, every other character as it is. */
export function quoted(text: string): string {
  return `'${text.replaceAll("\\", "\\\\").replaceAll("'", "\\'").replaceAll("\0", "\\0")}'`;
}

function identifier(name: string, value: Param): string {
  if (typeof value !== "string" || value === "")
    throw new AppError("invalid-input", `parameter ${name} needs a name; found ${JSON.stringify(value)}`);
  return `\`${value.replaceAll("\\", "\\\\").replaceAll("`", "\\`").replaceAll("\0", "\\0")}\``;
}

function literal(name: string, value: Param): string {
  if (value === null) return "NULL";
  if (typeof value === "string") return quoted(value);
  if (typeof value === "boolean") return value ? "true" : "false";
  if (typeof value === "number") {
    if (!Number.isFinite(value))
      throw new AppError("invalid-input", `parameter ${name} needs a finite number; found ${value}`);
    return String(value);
  }
  // Thousands of series are asked for at once, always by number.
  if (value.every((each) => Number.isFinite(each))) return `[${value.join(",")}]`;
  return `[${value.map((each) => literal(name, each)).join(",")}]`;
}
