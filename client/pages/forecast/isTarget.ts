import { TARGETS, type Target } from "./search.ts";

/** Whether a nowcast is made of an indicator. */
export const isTarget = (indicator: string): indicator is Target => TARGETS.some((t) => t === indicator);
