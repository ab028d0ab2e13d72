import { router } from "../trpc.ts";
import { alertsRouter } from "./alerts.ts";
import { authRouter } from "./auth.ts";
import { cockpitRouter } from "./cockpit.ts";
import { cycleRouter } from "./cycle.ts";
import { forecastRouter } from "./forecast.ts";
import { jobsRouter } from "./jobs.ts";
import { modelsRouter } from "./models.ts";
import { nowcastRouter } from "./nowcast.ts";
import { riskRouter } from "./risk.ts";
import { searchRouter } from "./search.ts";
import { seasonalRouter } from "./seasonal.ts";
import { seriesRouter } from "./series.ts";
import { sourcesRouter } from "./sources.ts";

/** Every procedure of the product, one router a noun; who may call which stands in server/access/permissions.ts. */
export const appRouter = router({
  auth: authRouter,
  cockpit: cockpitRouter,
  cycle: cycleRouter,
  series: seriesRouter,
  seasonal: seasonalRouter,
  search: searchRouter,
  alerts: alertsRouter,
  nowcast: nowcastRouter,
  forecast: forecastRouter,
  risk: riskRouter,
  models: modelsRouter,
  jobs: jobsRouter,
  sources: sourcesRouter,
});

export type AppRouter = typeof appRouter;
