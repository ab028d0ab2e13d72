import { risk as en } from "./en/risk.ts";
import { risk as zh } from "./zh/risk.ts";

export const riskWords = { zh, en };
