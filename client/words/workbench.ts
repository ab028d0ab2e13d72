import { workbench as en } from "./en/workbench.ts";
import { workbench as zh } from "./zh/workbench.ts";

export const workbenchWords = { zh, en };
