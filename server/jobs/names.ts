import { SCHEDULED_MODELS } from "../../models/forecast/scheduled.ts";
import { indicatorById, regionByCode } from "../../models/indicators/registry.ts";
import type { Names } from "../../models/warning/messageOf.ts";

/** Names for the sentences of alerts, from the catalogue; a code nobody named speaks for itself. */
export const NAMES: Names = {
  indicator: (id) => indicatorById(id)?.short ?? { zh: id, en: id },
  unit: (id) => (indicatorById(id)?.unit === "percent" ? { zh: "%", en: " %" } : { zh: "", en: "" }),
  model: (id) => SCHEDULED_MODELS.find((m) => m.id === id)?.title ?? { zh: id, en: id },
  region: (code) => regionByCode(code)?.short ?? { zh: code, en: code },
};
