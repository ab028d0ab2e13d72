import type { ComponentType } from "react";
import type { Path } from "./searches.ts";

export interface Route {
  /** The page, a chunk of its own. */
  load: () => Promise<ComponentType>;
  /** For everyone; all others ask who is signed in. */
  open?: true;
}

/** Every page's code. */
export const ROUTES: Readonly<Record<Path, Route>> = {
  "/login": { open: true, load: () => import("../pages/login/LoginPage.tsx").then((m) => m.LoginPage) },
  "/": { load: () => import("../pages/cockpit/CockpitPage.tsx").then((m) => m.CockpitPage) },
  "/forecast": { load: () => import("../pages/forecast/ForecastPage.tsx").then((m) => m.ForecastPage) },
  "/cycle": { load: () => import("../pages/cycle/CyclePage.tsx").then((m) => m.CyclePage) },
  "/alerts": { load: () => import("../pages/alerts/AlertsPage.tsx").then((m) => m.AlertsPage) },
  "/risk": { load: () => import("../pages/risk/RiskPage.tsx").then((m) => m.RiskPage) },
  "/indicator/$id": {
    load: () => import("../pages/indicator/IndicatorPage.tsx").then((m) => m.IndicatorPage),
  },
  "/workbench": { load: () => import("../pages/workbench/WorkbenchPage.tsx").then((m) => m.WorkbenchPage) },
  "/models": { load: () => import("../pages/models/ModelsPage.tsx").then((m) => m.ModelsPage) },
  "/models/$id": { load: () => import("../pages/models/ModelPage.tsx").then((m) => m.ModelPage) },
  "/runs": { load: () => import("../pages/runs/RunsPage.tsx").then((m) => m.RunsPage) },
  "/sources": { load: () => import("../pages/sources/SourcesPage.tsx").then((m) => m.SourcesPage) },
};
