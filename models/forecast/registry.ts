import { AppError } from "../errors.ts";
import { candidates } from "./candidates.ts";
import type { ForecastModel } from "./contract.ts";
import { SCHEDULED_MODELS } from "./scheduled.ts";

/** Every forecast model that ships. Models from the modelers' folder join them in the server's own registry. */
export const MODELS: readonly ForecastModel[] = [...SCHEDULED_MODELS, ...(await candidates())];

/** The model of an id. Throws AppError("not-found") naming those there are. */
export function modelById(id: string): ForecastModel {
  const found = MODELS.find((m) => m.id === id);
  if (!found)
    throw new AppError(
      "not-found",
      `no forecast model "${id}"; there are ${MODELS.map((m) => m.id).join(", ")}`,
    );
  return found;
}
