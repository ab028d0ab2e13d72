/** Every table of the ledger; `npm run db:generate` writes the next migration from it. */
export { alertEvents, alerts } from "./tables/alerts.ts";
export { agencies, indicators, regions, releases, series } from "./tables/catalogue.ts";
export { loadRefusals, loads } from "./tables/loads.ts";
export { lightBounds, runs } from "./tables/monitoring.ts";
export { audit, sessions, settings, users } from "./tables/people.ts";
