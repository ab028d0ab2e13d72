import { sources as en } from "./en/sources.ts";
import { sources as zh } from "./zh/sources.ts";

export const sourcesWords = { zh, en };
