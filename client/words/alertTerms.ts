import { area } from "./area.ts";
import { alertTerms as zh } from "./zh/alertTerms.ts";

export const alertTermsWords = area("alertTerms", zh);
