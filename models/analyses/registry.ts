import { AppError } from "../errors.ts";
import type { Analysis } from "./contract.ts";
import { cycle } from "./cycle.ts";
import { derivedSeries } from "./derivedSeries.ts";
import { event } from "./event.ts";
import { heat } from "./heat.ts";
import { nowcast } from "./nowcast.ts";
import { nowcastRecord } from "./nowcastRecord.ts";
import { risk } from "./risk.ts";
import { seasonalAdjustment } from "./seasonalAdjustment.ts";

/** Every standing analysis, in the order in which a release refreshes them: what is derived first, what warns last. */
export const ANALYSES: readonly Analysis[] = [
  derivedSeries,
  seasonalAdjustment,
  cycle,
  nowcast,
  nowcastRecord,
  heat,
  event,
  risk,
];

/** Throws AppError("not-found") for an id nobody answers to. */
export function analysisById(id: string): Analysis {
  const found = ANALYSES.find((a) => a.id === id);
  if (!found)
    throw new AppError("not-found", `no analysis "${id}"; there are ${ANALYSES.map((a) => a.id).join(", ")}`);
  return found;
}
