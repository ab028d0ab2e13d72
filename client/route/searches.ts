import { alertsSearch } from "../pages/alerts/search.ts";
import { cockpitSearch } from "../pages/cockpit/search.ts";
import { cycleSearch } from "../pages/cycle/search.ts";
import { forecastSearch } from "../pages/forecast/search.ts";
import { indicatorSearch } from "../pages/indicator/search.ts";
import { loginSearch } from "../pages/login/search.ts";
import { modelsSearch } from "../pages/models/search.ts";
import { riskSearch } from "../pages/risk/search.ts";
import { runsSearch } from "../pages/runs/search.ts";
import { sourcesSearch } from "../pages/sources/search.ts";
import { workbenchSearch } from "../pages/workbench/search.ts";

/** Every path of the product and how its parameters are read; what is not offered is dropped. */
export const SEARCHES = {
  "/login": loginSearch,
  "/": cockpitSearch,
  "/cycle": cycleSearch,
  "/forecast": forecastSearch,
  "/alerts": alertsSearch,
  "/risk": riskSearch,
  "/indicator/$id": indicatorSearch,
  "/workbench": workbenchSearch,
  "/models": modelsSearch,
  "/models/$id": modelsSearch,
  "/runs": runsSearch,
  "/sources": sourcesSearch,
} as const;

export type Path = keyof typeof SEARCHES;
export type SearchOf<P extends Path> = ReturnType<(typeof SEARCHES)[P]>;
export const PATHS = Object.keys(SEARCHES) as Path[];
