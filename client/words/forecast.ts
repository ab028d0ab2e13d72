import { forecast as en } from "./en/forecast.ts";
import { forecast as zh } from "./zh/forecast.ts";

export const forecastWords = { zh, en };
