import { parts as en } from "./en/parts.ts";
import { parts as zh } from "./zh/parts.ts";

export const partsWords = { zh, en };
