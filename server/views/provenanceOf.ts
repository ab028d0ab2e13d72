import { indicatorById } from "../../models/indicators/registry.ts";
import type { Made } from "../analyses/analyses.ts";
import type { Provenance } from "../routers/views.ts";

/** Where a result comes from, for the foot of its card. */
export function provenanceOf(made: Omit<Made<unknown>, "result">): Provenance {
  return {
    analysis: made.analysis,
    subject: made.subject,
    version: made.version,
    day: made.day,
    madeAt: made.savedAt,
    run: made.run,
    inputs: made.inputs,
    vintages: made.vintages.map((v) => ({
      ...v,
      short: indicatorById(v.indicator)?.short ?? { zh: v.indicator, en: v.indicator },
    })),
  };
}
