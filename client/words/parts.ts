import { area } from "./area.ts";
import { parts as zh } from "./zh/parts.ts";

export const partsWords = area("parts", zh);
