/**
 * What everyone outside db/ may call, one file a noun in `contracts/`. A caller asks only for series and alerts
 * of indicators that its user may read: which those are is decided in one place, `server/views/catalogue.ts`.
 */
export type { BacktestPoint } from "../../models/forecast/backtestContract.ts";
export type { AlertChange, AlertEvent, AlertRecord, AlertState } from "../../models/warning/alert.ts";
export type * from "./contracts/analyses.ts";
export type * from "./contracts/base.ts";
export type * from "./contracts/forecasts.ts";
export type * from "./contracts/loads.ts";
export type * from "./contracts/observations.ts";
export * from "./contracts/people.ts";
export * from "./contracts/runs.ts";
export type * from "./contracts/series.ts";
export type * from "./contracts/warnings.ts";
