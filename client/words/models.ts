import { models as en } from "./en/models.ts";
import { models as zh } from "./zh/models.ts";

export const modelsWords = { zh, en };
