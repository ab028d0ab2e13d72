import { indicator as en } from "./en/indicator.ts";
import { indicator as zh } from "./zh/indicator.ts";

export const indicatorWords = { zh, en };
