import type { alertTerms as zh } from "../zh/alertTerms.ts";

export const alertTerms: typeof zh = {
  states: {
    open: "Open",
    acknowledged: "Acknowledged",
    "in-work": "In work",
    silenced: "Silenced",
    closed: "Closed",
  },
  severities: { none: "None", watch: "Watch", warning: "Warning", critical: "Critical" },
  tones: { hot: "Warm", cold: "Cool", none: "Data", veryHot: "Hot", veryCold: "Cold" },
};
