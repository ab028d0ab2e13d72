import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
  retainSearchParams,
} from "@tanstack/react-router";
import { queryClient } from "./api/queryClient.ts";
import { GLOBAL_KEYS, globalSearch, parseSearch, stringifySearch } from "./api/searchParams.ts";
import { trpc } from "./api/trpc.ts";
import { alertsSearch } from "./pages/alerts/search.ts";
import { cockpitSearch } from "./pages/cockpit/search.ts";
import { indicatorSearch } from "./pages/indicator/search.ts";
import { loginSearch } from "./pages/login/search.ts";
import { modelsSearch } from "./pages/models/search.ts";
import { NotFound } from "./pages/shell/NotFound.tsx";
import { PageError } from "./pages/shell/PageError.tsx";
import { Root } from "./pages/shell/Root.tsx";
import { Shell } from "./pages/shell/Shell.tsx";
import { sourcesSearch } from "./pages/sources/search.ts";
import { workbenchSearch } from "./pages/workbench/search.ts";

/** Every page is one lazy chunk; every page's search parameters are read here, typed, before the page exists. */
const root = createRootRoute({
  validateSearch: globalSearch,
  search: { middlewares: [retainSearchParams([...GLOBAL_KEYS])] },
  component: Root,
});

const login = createRoute({
  getParentRoute: () => root,
  path: "/login",
  validateSearch: loginSearch,
  component: lazyRouteComponent(() => import("./pages/login/LoginPage.tsx"), "LoginPage"),
});

const signedIn = createRoute({
  getParentRoute: () => root,
  id: "signed-in",
  component: Shell,
  beforeLoad: async ({ location }) => {
    const me = await queryClient.ensureQueryData(trpc.auth.me.queryOptions());
    if (me.user === null) throw redirect({ to: "/login", search: { next: location.href } });
  },
});

const cockpit = createRoute({
  getParentRoute: () => signedIn,
  path: "/",
  validateSearch: cockpitSearch,
  component: lazyRouteComponent(() => import("./pages/cockpit/CockpitPage.tsx"), "CockpitPage"),
});
const alerts = createRoute({
  getParentRoute: () => signedIn,
  path: "/alerts",
  validateSearch: alertsSearch,
  component: lazyRouteComponent(() => import("./pages/alerts/AlertsPage.tsx"), "AlertsPage"),
});
const indicator = createRoute({
  getParentRoute: () => signedIn,
  path: "/indicator/$id",
  validateSearch: indicatorSearch,
  component: lazyRouteComponent(() => import("./pages/indicator/IndicatorPage.tsx"), "IndicatorPage"),
});
const workbench = createRoute({
  getParentRoute: () => signedIn,
  path: "/workbench",
  validateSearch: workbenchSearch,
  component: lazyRouteComponent(() => import("./pages/workbench/WorkbenchPage.tsx"), "WorkbenchPage"),
});
const models = createRoute({
  getParentRoute: () => signedIn,
  path: "/models",
  validateSearch: modelsSearch,
  component: lazyRouteComponent(() => import("./pages/models/ModelsPage.tsx"), "ModelsPage"),
});
const model = createRoute({
  getParentRoute: () => signedIn,
  path: "/models/$id",
  validateSearch: modelsSearch,
  component: lazyRouteComponent(() => import("./pages/models/ModelPage.tsx"), "ModelPage"),
});
const sources = createRoute({
  getParentRoute: () => signedIn,
  path: "/sources",
  validateSearch: sourcesSearch,
  component: lazyRouteComponent(() => import("./pages/sources/SourcesPage.tsx"), "SourcesPage"),
});

export const router = createRouter({
  routeTree: root.addChildren([
    login,
    signedIn.addChildren([cockpit, alerts, indicator, workbench, models, model, sources]),
  ]),
  parseSearch,
  stringifySearch,
  defaultPreload: "intent",
  defaultPreloadStaleTime: 0,
  scrollRestoration: true,
  defaultNotFoundComponent: NotFound,
  defaultErrorComponent: PageError,
});

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router;
  }
}
