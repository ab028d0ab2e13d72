import type { NowcastTarget } from "../../routers/views.ts";

/** What the page of nowcasts tells of, in the order offered. */
export const NOWCAST_TARGETS = ["gdp.yoy", "cpi.yoy", "ppi.yoy"] as const satisfies readonly NowcastTarget[];
