import { AppError } from "../errors.ts";
import { bridge } from "../nowcast/bridge/bridge.ts";
import { midas } from "../nowcast/midas/midas.ts";
import { arima } from "./arima/arima.ts";
import { arimax } from "./arima/arimax.ts";
import { bayesianVar } from "./bvar/bvar.ts";
import { combination } from "./combination.ts";
import { conformal } from "./conformal.ts";
import type { ForecastModel } from "./contract.ts";
import { drift } from "./drift.ts";
import { ets } from "./ets/ets.ts";
import { factorAugmented } from "./favar/favar.ts";
import { naive } from "./naive.ts";
import { seasonalNaive } from "./seasonalNaive.ts";
import { structural } from "./structural/structural.ts";
import { theta } from "./theta/theta.ts";
import { vectorAutoregression } from "./var/var.ts";
import { vectorErrorCorrection } from "./vecm/vecm.ts";

/** The models that run by themselves when figures land: their errors at every horizon are on record. */
export const SCHEDULED_MODELS: readonly ForecastModel[] = [
  naive,
  seasonalNaive,
  drift,
  ets,
  arima,
  combination([ets, arima]),
];

/** Models that are there for whoever asks for them: heavier, or in need of drivers. */
export const FURTHER_MODELS: readonly ForecastModel[] = [
  arimax,
  structural,
  theta,
  conformal(theta),
  bridge,
  midas,
  vectorAutoregression,
  vectorErrorCorrection,
  bayesianVar,
  factorAugmented,
];

/** Every forecast model that ships. Models from the modelers' folder join them in the server's own registry. */
export const MODELS: readonly ForecastModel[] = [...SCHEDULED_MODELS, ...FURTHER_MODELS];

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
