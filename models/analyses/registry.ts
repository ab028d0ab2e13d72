import { AppError } from "../errors.ts";
import type { Analysis } from "./contract.ts";
import { cycle } from "./cycle.ts";

/** Every standing analysis, in the order in which a release refreshes them: what is derived first, what warns last. */
export const ANALYSES: readonly Analysis[] = [cycle];

/** Throws AppError("not-found") for an id nobody answers to. */
export function analysisById(id: string): Analysis {
  const found = ANALYSES.find((a) => a.id === id);
  if (!found)
    throw new AppError("not-found", `no analysis "${id}"; there are ${ANALYSES.map((a) => a.id).join(", ")}`);
  return found;
}
