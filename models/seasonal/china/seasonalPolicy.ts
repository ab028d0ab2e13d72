import type { Period } from "../../series/period.ts";
import type { RunningPair } from "../../yearToDate/china/totalsHistory.ts";
import type { SpringFestivalWindow } from "../holidays/springFestivalBlocks.ts";
import type { RevisionPolicy } from "../refresh.ts";
import type { Regressor } from "../regarima/regressor.ts";

/** How one series of the catalogue is adjusted: plain data, stored with every vintage. */
export interface SeasonalPolicy {
  indicator: string;
  /** A flow feels the share of the festival's days in the month; a stock how many have gone by at its end. */
  kind: "flow" | "stock";
  log: boolean;
  /** Windows around the Spring Festival searched for by AICc, one window given, or none. */
  festival: "searched" | SpringFestivalWindow | null;
  /** Working days of the official calendar, or weekdays, tried against none. */
  workingDays: boolean;
  method: "x11" | "seats";
  /** ARIMA orders found, or the airline model (0 1 1)(0 1 1). */
  order: "auto" | "airline";
  /** Outliers searched for; only those given; none. */
  outliers: "searched" | readonly Regressor[];
  /** What is looked at anew when figures arrive. */
  revision: RevisionPolicy;
  /** First month used, where older figures are too broken to be months. */
  from?: Period;
  /** Earlier years are put on the newest year's base, where published growth tells that it was restated. */
  comparable?: RunningPair;
  /** Months across which the year's running total was restated are left out and estimated. */
  restated?: RunningPair;
}
