import type { Indicator, Words } from "../../../models/indicators/indicator.ts";

/** What a single month or quarter of an indicator is called: 用电量累计 → 用电量, for a month is no running total. */
export function singleName({ short, basis }: Pick<Indicator, "short" | "basis">): Words {
  if (basis !== "year-to-date") return short;
  return {
    zh: short.zh.replace(/（累计）|累计$/, ""),
    en: short.en.replace(/,? ?(ytd|year to date)$/, ""),
  };
}
