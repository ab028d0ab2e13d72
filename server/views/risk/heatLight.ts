import { type Bounds, type Light, lightOf } from "../../../models/monitor/lights.ts";

/**
 * Scores at which a domain's light changes, in robust standard deviations of its own past: half of one is nothing
 * unusual for a mean of members, one and a half is rare. A convention for reading the map; nothing is estimated from it.
 */
export const HEAT_BOUNDS: Bounds = [-1.5, -0.75, 0.75, 1.5];

/** 1 too cold … 5 overheated; null where there is no score. */
export function heatLight(score: number | null): Light | null {
  return score === null ? null : lightOf(score, HEAT_BOUNDS);
}
