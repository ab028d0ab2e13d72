import { alerts as en } from "./en/alerts.ts";
import { alerts as zh } from "./zh/alerts.ts";

export const alertsWords = { zh, en };
