import { compact, flagOf, oneOf, type RawSearch, textOf } from "../../api/searchParams.ts";

export const METHODS = ["oecd", "conference-board", "textbook"] as const;
export type Method = (typeof METHODS)[number];
export const GROUPS = ["leading", "coincident", "lagging"] as const;
export type Group = (typeof GROUPS)[number];

export interface CycleSearch {
  /** How composites are made; the OECD's way unless said. */
  method?: Method;
  /** Which warning index and lights. */
  lights?: "nbs-10" | "sic-10";
  /** Who is on the clock; parts of the economy unless said. */
  clock?: "groups";
  /** Month to which the clock is turned back, `2020-02`; the newest unless said. */
  at?: string;
  /** The group whose movement is taken apart; the coincident one unless said. */
  group?: Group;
  /** Composites from their beginning instead of ten years. */
  all?: true;
}

export function cycleSearch(raw: RawSearch): CycleSearch {
  const at = textOf(raw.at);
  return compact({
    method: oneOf(raw.method, METHODS),
    lights: oneOf(raw.lights, ["nbs-10", "sic-10"] as const),
    clock: oneOf(raw.clock, ["groups"] as const),
    at: at !== undefined && /^\d{4}-(0[1-9]|1[0-2])$/.test(at) ? at : undefined,
    group: oneOf(raw.group, GROUPS),
    all: flagOf(raw.all),
  });
}
