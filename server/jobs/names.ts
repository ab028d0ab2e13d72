import { indicatorById, regionByCode } from "../../models/indicators/registry.ts";
import { presetById } from "../../models/monitor/presets.ts";
import type { Names } from "../../models/warning/messageOf.ts";
import { WARNING_INDEX } from "../../models/warning/rules/indexLight.ts";

/** Names for the sentences of alerts, from the catalogue; a code nobody named speaks for itself. */
export const NAMES: Names = {
  indicator(id) {
    if (id === WARNING_INDEX) return presetById("nbs-10").title;
    return indicatorById(id)?.short ?? { zh: id, en: id };
  },
  unit: (id) => (indicatorById(id)?.unit === "percent" ? { zh: "%", en: " %" } : { zh: "", en: "" }),
  region: (code) => regionByCode(code)?.short ?? { zh: code, en: code },
};
