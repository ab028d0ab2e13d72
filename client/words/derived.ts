import { derived as en } from "./en/derived.ts";
import { derived as zh } from "./zh/derived.ts";

export const derivedWords = { zh, en };
