import { AppError } from "../errors.ts";
import type { Analysis } from "./contract.ts";
import { cycle } from "./cycle.ts";
import { nowcast } from "./nowcast.ts";
import { nowcastRecord } from "./nowcastRecord.ts";

/** Every standing analysis, in the order in which a release refreshes them: what is derived first, what warns last. */
export const ANALYSES: readonly Analysis[] = [cycle, nowcast, nowcastRecord];

/** Throws AppError("not-found") for an id nobody answers to. */
export function analysisById(id: string): Analysis {
  const found = ANALYSES.find((a) => a.id === id);
  if (!found)
    throw new AppError("not-found", `no analysis "${id}"; there are ${ANALYSES.map((a) => a.id).join(", ")}`);
  return found;
}
