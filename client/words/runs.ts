import { runs as en } from "./en/runs.ts";
import { runs as zh } from "./zh/runs.ts";

export const runsWords = { zh, en };
