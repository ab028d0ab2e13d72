import { compact, listOf, oneOf, type RawSearch, textOf } from "../../api/searchParams.ts";

export const RANGES = ["5", "10", "all"] as const;
export type RiskRange = (typeof RANGES)[number];

export interface RiskSearch {
  /** The event whose evidence is open. */
  event?: string;
  /** Years of the charts; ten unless said. */
  range?: RiskRange;
  /** Domains whose members are shown. */
  open?: string[];
}

/** Ids of events and domains. */
const ID = /^[a-z][a-z-]{0,40}$/;

export function riskSearch(raw: RawSearch): RiskSearch {
  const event = textOf(raw.event);
  const open = listOf(raw.open)?.filter((x) => ID.test(x)) ?? [];
  const range = oneOf(textOf(raw.range), RANGES);
  return compact({
    event: event !== undefined && ID.test(event) ? event : undefined,
    range: range === "10" ? undefined : range,
    open: open.length === 0 ? undefined : open,
  });
}
