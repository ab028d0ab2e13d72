/**
 * What each procedure hands to a page: plain JSON, columns for series, no class, no Date.
 * Names of indicators, regions and agencies travel in both languages; numbers travel unrounded with their passport.
 * One file a noun in `shapes/`; pages and routers import from here.
 */
export type * from "./shapes/alerts.ts";
export type * from "./shapes/cockpit.ts";
export type * from "./shapes/cycle.ts";
export type * from "./shapes/forecast.ts";
export type * from "./shapes/forecastTable.ts";
export type * from "./shapes/jobs.ts";
export type * from "./shapes/lights.ts";
export type * from "./shapes/live.ts";
export type * from "./shapes/nowcast.ts";
export type * from "./shapes/outlook.ts";
export type * from "./shapes/passport.ts";
export type * from "./shapes/provenance.ts";
export type * from "./shapes/risk.ts";
export type * from "./shapes/search.ts";
export type * from "./shapes/seasonal.ts";
export type * from "./shapes/series.ts";
export type * from "./shapes/sources.ts";
