import { formatNumber } from "../../format/formatNumber.ts";
import type { Lang } from "../../words/useWords.ts";

/** What settings are called; what is not in it keeps its name in the code. */
export interface SettingWords {
  terms: Readonly<Record<string, string>>;
  values: Readonly<Record<string, string>>;
  yes: string;
  no: string;
  none: string;
  separator: string;
}

export interface SettingRow {
  /** Names in the code, outermost first: what a reader needs to repeat the run. */
  code: string;
  term: string;
  /** More than one for a list of things that each have several values. */
  lines: string[];
}

export interface SettingContext {
  lang: Lang;
  words: SettingWords;
  /** Names of indicators by id. */
  names: ReadonlyMap<string, string>;
}

/** Settings of a run as rows of a name and a value: what is inside another gets the outer name before its own. */
export function settingRows(
  parameters: Readonly<Record<string, unknown>>,
  context: SettingContext,
  path: readonly string[] = [],
): SettingRow[] {
  return Object.entries(parameters).flatMap(([key, value]) => {
    const here = [...path, key];
    if (isGroup(value) && !isWords(value) && Object.keys(value).length > 0)
      return settingRows(value, context, here);
    const lines =
      Array.isArray(value) && value.some(isGroup)
        ? value.map((v) => text(v, context, key))
        : [text(value, context, key)];
    const terms = here.map((k) => context.words.terms[k] ?? context.names.get(k) ?? k);
    return [{ code: here.join("."), term: terms.join(" · "), lines }];
  });
}

function text(value: unknown, context: SettingContext, key: string): string {
  const { words, names, lang } = context;
  const join = (parts: readonly string[]): string =>
    parts.length === 0 ? words.none : parts.join(words.separator);
  if (value === null || value === undefined) return words.none;
  if (typeof value === "boolean") return value ? words.yes : words.no;
  if (typeof value === "number") return key === "since" ? month(value) : plain(value);
  if (typeof value === "string") return names.get(value) ?? words.values[value] ?? value;
  if (Array.isArray(value)) return join(value.map((v) => text(v, context, key)));
  if (isWords(value)) return value[lang];
  return join(
    Object.entries(value).map(([k, v]) =>
      k === "id" || k === "indicator" ? text(v, context, k) : `${words.terms[k] ?? k} ${text(v, context, k)}`,
    ),
  );
}

/** A month told as year × 12 + month from 0. */
function month(slot: number): string {
  return `${Math.floor(slot / 12)}-${String((slot % 12) + 1).padStart(2, "0")}`;
}

/** As many decimals as it has. */
function plain(n: number): string {
  return formatNumber(n, Math.min(8, (String(n).split(".")[1] ?? "").length));
}

function isGroup(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isWords(value: object): value is Record<Lang, string> {
  return "zh" in value && "en" in value;
}
