import { arima } from "./arima/arima.ts";
import { combination } from "./combination.ts";
import type { ForecastModel } from "./contract.ts";
import { drift } from "./drift.ts";
import { ets } from "./ets/ets.ts";
import { naive } from "./naive.ts";
import { seasonalNaive } from "./seasonalNaive.ts";

/** The models that run by themselves when figures land: their errors at every horizon are on record. */
export const SCHEDULED_MODELS: readonly ForecastModel[] = [
  naive,
  seasonalNaive,
  drift,
  ets,
  arima,
  combination([ets, arima]),
];
