import { cycle as en } from "./en/cycle.ts";
import { cycle as zh } from "./zh/cycle.ts";

export const cycleWords = { zh, en };
