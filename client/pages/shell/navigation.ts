import {
  Bell,
  Database,
  FlaskConical,
  Gauge,
  History,
  LayoutDashboard,
  type LucideIcon,
  RefreshCw,
  Table2,
  TrendingUp,
} from "lucide-react";
import type { Me } from "../../../server/routers/views.ts";

type Role = Me["roles"][number];

export interface NavItem {
  id: "cockpit" | "cycle" | "forecast" | "alerts" | "workbench" | "models" | "sources";
  to: "/" | "/cycle" | "/forecast" | "/alerts" | "/workbench" | "/models" | "/sources";
  icon: LucideIcon;
  /** Roles that the server lets in. */
  roles: readonly Role[];
}

export interface PageItem {
  id: "risk" | "runs";
  to: "/risk" | "/runs";
  icon: LucideIcon;
  roles: readonly Role[];
}

const EVERYONE: readonly Role[] = ["leader", "analyst", "modeler", "steward", "administrator"];

export const NAV: readonly NavItem[] = [
  { id: "cockpit", to: "/", icon: LayoutDashboard, roles: EVERYONE },
  { id: "cycle", to: "/cycle", icon: RefreshCw, roles: EVERYONE },
  { id: "forecast", to: "/forecast", icon: TrendingUp, roles: EVERYONE },
  { id: "alerts", to: "/alerts", icon: Bell, roles: EVERYONE },
  { id: "workbench", to: "/workbench", icon: Table2, roles: EVERYONE },
  {
    id: "models",
    to: "/models",
    icon: FlaskConical,
    roles: ["leader", "analyst", "modeler", "administrator"],
  },
  { id: "sources", to: "/sources", icon: Database, roles: ["analyst", "steward", "administrator"] },
];

/** Pages that stand behind another in the navigation; the command palette opens them by name. */
const BEHIND: readonly PageItem[] = [
  { id: "risk", to: "/risk", icon: Gauge, roles: EVERYONE },
  { id: "runs", to: "/runs", icon: History, roles: ["analyst", "modeler", "steward", "administrator"] },
];

const allows = (me: Me, item: { roles: readonly Role[] }): boolean =>
  item.roles.some((r) => me.user?.role === r);

/** The pages in the navigation that this person may open. */
export const navFor = (me: Me): readonly NavItem[] => NAV.filter((item) => allows(me, item));

/** Every page that this person may open by name: those in the navigation and those behind them. */
export const pagesFor = (me: Me): readonly (NavItem | PageItem)[] =>
  [...NAV, ...BEHIND].filter((item) => allows(me, item));
