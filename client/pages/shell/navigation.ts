import {
  Bell,
  Database,
  FlaskConical,
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

/** The pages this person may open. */
export function navFor(me: Me): readonly NavItem[] {
  return NAV.filter((item) => item.roles.some((r) => me.user?.role === r));
}
