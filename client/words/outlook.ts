import { area } from "./area.ts";
import { outlook as zh } from "./zh/outlook.ts";

export const outlookWords = area("outlook", zh);
