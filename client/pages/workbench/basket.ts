/** A series in the comparison: `cpi.yoy@CHN`. The address of the workbench carries the list; other pages add to it. */
export interface SeriesKey {
  indicator: string;
  region: string;
}

export const MOST_IN_BASKET = 12;
const STORE = "guanlan.basket";

export function keyText(key: SeriesKey): string {
  return `${key.indicator}@${key.region}`;
}

/** Reads `cpi.yoy@CHN`; null when the text names no series. */
export function parseKey(text: string): SeriesKey | null {
  const m = /^([\w.-]{1,120})@([A-Z0-9]{2,8})$/.exec(text);
  return m ? { indicator: m[1]!, region: m[2]! } : null;
}

/** Keys of a list, without doubles, at most as many as can be compared. */
export function parseKeys(texts: readonly string[]): SeriesKey[] {
  return [...new Set(texts)].flatMap((t) => parseKey(t) ?? []).slice(0, MOST_IN_BASKET);
}

/** The list with a series added at its end, or taken out when it is in. A full list drops its oldest. */
export function toggled(keys: readonly string[], key: string): string[] {
  return keys.includes(key) ? keys.filter((k) => k !== key) : [...keys, key].slice(-MOST_IN_BASKET);
}

/** What the workbench last held, so that a page elsewhere adds to it. */
export function rememberedKeys(): string[] {
  return parseKeys((sessionStorage.getItem(STORE) ?? "").split(",")).map(keyText);
}

export function rememberKeys(keys: readonly string[]): void {
  sessionStorage.setItem(STORE, keys.join(","));
}
