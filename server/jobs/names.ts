import { indicatorById, regionByCode } from "../../models/indicators/registry.ts";
import type { Names } from "../../models/warning/messageOf.ts";

/** Names for the sentences of alerts, from the catalogue; a code nobody named speaks for itself. */
export const NAMES: Names = {
  indicator: (id) => indicatorById(id)?.short ?? { zh: id, en: id },
  unit: (id) => (indicatorById(id)?.unit === "percent" ? { zh: "%", en: " %" } : { zh: "", en: "" }),
  region: (code) => regionByCode(code)?.short ?? { zh: code, en: code },
};
