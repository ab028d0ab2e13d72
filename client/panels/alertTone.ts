import type { AlertSummary } from "../../server/routers/views.ts";
import type { LightLevel } from "../theme/palette.ts";

/** The light of an alert: which way it leans gives the side, critical gives the far end; data alerts have none. */
export function alertLight(alert: Pick<AlertSummary, "direction" | "severity">): LightLevel | null {
  if (alert.direction === "none") return null;
  const far = alert.severity === "critical";
  return alert.direction === "hot" ? (far ? 5 : 4) : far ? 1 : 2;
}
