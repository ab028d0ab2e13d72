import { alertTerms as en } from "./en/alertTerms.ts";
import { alertTerms as zh } from "./zh/alertTerms.ts";

export const alertTermsWords = { zh, en };
