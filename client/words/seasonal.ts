import { seasonal as en } from "./en/seasonal.ts";
import { seasonal as zh } from "./zh/seasonal.ts";

export const seasonalWords = { zh, en };
