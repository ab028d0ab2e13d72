import { area } from "./area.ts";
import { cockpit as zh } from "./zh/cockpit.ts";

export const cockpitWords = area("cockpit", zh);
