import type { Logger } from "pino";
import type { Base } from "../db/stores/contract.ts";
import type { Analyses } from "./analyses/analyses.ts";
import type { Config } from "./config.ts";
import type { Edition } from "./edition.ts";
import type { LagMeter } from "./eventLoopLag.ts";
import type { EventBus } from "./events.ts";
import type { Jobs } from "./jobs/jobs.ts";
import type { ModelRegistry } from "./jobs/modelRegistry.ts";
import type { Readiness } from "./readiness.ts";
import type { SearchIndex } from "./search/searchIndex.ts";
import type { ViewCache } from "./views/viewCache.ts";

/** What routers and routes are handed: opened once by main.ts, closed by it. */
export interface Services {
  config: Config;
  log: Logger;
  base: Base;
  edition: Edition;
  events: EventBus;
  jobs: Jobs;
  analyses: Analyses;
  models: ModelRegistry;
  search: SearchIndex;
  cache: ViewCache;
  readiness: Readiness;
  lag: LagMeter;
  /** The only clock. */
  now(): Date;
  /** Hash of the running source, recorded with every model run. */
  codeVersion: string;
  version: string;
}
