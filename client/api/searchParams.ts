import { type IsoDate, parseIsoDate } from "../../models/series/date.ts";

/**
 * Reading the URL. Every parameter is plain text there (`?states=open,in-work&asof=2025-03-01`), so links stay
 * readable; a value that is not offered is dropped, never guessed at.
 */
export type RawSearch = Readonly<Record<string, unknown>>;

/** Every page's parameters: the day looked back to, and a language or theme that the link insists on. */
export interface GlobalSearch {
  asof?: IsoDate;
  lang?: "zh" | "en";
  theme?: "light" | "dark";
}
export const GLOBAL_KEYS = ["asof", "lang", "theme"] as const;

export function globalSearch(raw: RawSearch): GlobalSearch {
  return compact({
    asof: isoDateOf(raw.asof),
    lang: oneOf(raw.lang, ["zh", "en"] as const),
    theme: oneOf(raw.theme, ["light", "dark"] as const),
  });
}

export function textOf(value: unknown): string | undefined {
  if (typeof value === "number") return String(value);
  return typeof value === "string" && value !== "" ? value : undefined;
}

export function oneOf<const T extends string>(value: unknown, choices: readonly T[]): T | undefined {
  return choices.find((c) => c === value);
}

export function isoDateOf(value: unknown): IsoDate | undefined {
  return typeof value === "string" && parseIsoDate(value) !== null ? value : undefined;
}

export function intOf(value: unknown): number | undefined {
  const n = typeof value === "number" ? value : Number(textOf(value) ?? Number.NaN);
  return Number.isSafeInteger(n) ? n : undefined;
}

/** `true` as `1`, so that a switch that is off leaves no trace in the link. */
export function flagOf(value: unknown): true | undefined {
  return value === true || value === "1" || value === "true" ? true : undefined;
}

/** A list written with commas; empty lists are dropped. */
export function listOf(value: unknown): string[] | undefined {
  const items = Array.isArray(value) ? value.map(String) : (textOf(value)?.split(",") ?? []);
  const kept = [...new Set(items.filter((i) => i !== ""))];
  return kept.length === 0 ? undefined : kept;
}

export function listAmong<const T extends string>(value: unknown, choices: readonly T[]): T[] | undefined {
  const kept = (listOf(value) ?? []).filter((i): i is T => choices.includes(i as T));
  return kept.length === 0 ? undefined : kept;
}

/** Drops absent keys, so that objects satisfy exact optional types and links stay short. */
export function compact<T extends object>(
  o: T,
): { [K in keyof T as undefined extends T[K] ? never : K]: T[K] } & {
  [K in keyof T as undefined extends T[K] ? K : never]?: Exclude<T[K], undefined>;
} {
  return Object.fromEntries(Object.entries(o).filter(([, v]) => v !== undefined)) as ReturnType<
    typeof compact<T>
  >;
}

export function parseSearch(search: string): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(search));
}

export function stringifySearch(search: Readonly<Record<string, unknown>>): string {
  const pairs = Object.entries(search)
    .filter(([, v]) => v !== undefined && v !== null && v !== false && v !== "")
    .map(([k, v]): [string, string] => [k, v === true ? "1" : Array.isArray(v) ? v.join(",") : String(v)]);
  if (pairs.length === 0) return "";
  // Commas and slashes are legal in a query and easier to read than %2C.
  return `?${new URLSearchParams(pairs).toString().replaceAll("%2C", ",").replaceAll("%2F", "/")}`;
}
