import { AppError } from "../errors.ts";
import { arima } from "./arima/arima.ts";
import { combination } from "./combination.ts";
import type { ForecastModel } from "./contract.ts";
import { drift } from "./drift.ts";
import { ets } from "./ets/ets.ts";
import { naive } from "./naive.ts";
import { seasonalNaive } from "./seasonalNaive.ts";

/** The forecast models that ship. Models from the modelers' folder join them in the server's own registry. */
export const MODELS: readonly ForecastModel[] = [
  naive,
  seasonalNaive,
  drift,
  ets,
  arima,
  combination([ets, arima]),
];

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
