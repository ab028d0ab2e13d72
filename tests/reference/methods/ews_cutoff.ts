import { cutoff } from "../../../models/warning/signals/cutoff.ts";
import type { MethodCheck } from "../method.ts";

export const check: MethodCheck = {
  method: "ews_cutoff",
  answeredBy: "warning/signals/cutoff.ts#cutoff",
  source: "Candelon, Dumitrescu & Hurlin (2012), §2",
  tolerance: "absolute 1e-9",
  reason: "a point of the grid: only the rounding of its multiples may differ",
  check(c, compare) {
    const p = c.input.probability as number[];
    const events = (c.input.crisis as number[]).map((v) => v === 1);
    const step = c.params.step as number;
    const { NSR, AM, CSA } = c.output as Record<string, number>;
    if (NSR !== undefined) compare.absolute("NSR", cutoff(p, events, "noise-to-signal", step), NSR, 1e-9);
    if (AM !== undefined) compare.absolute("AM", cutoff(p, events, "accuracy", step), AM, 1e-9);
    if (CSA !== undefined) compare.absolute("CSA", cutoff(p, events, "balance", step), CSA, 1e-9);
  },
};
