import { area } from "./area.ts";
import { alerts as zh } from "./zh/alerts.ts";

export const alertsWords = area("alerts", zh);
