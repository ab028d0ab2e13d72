import type { AlertSummary } from "../../server/routers/views.ts";
import { Chip } from "../parts/Chip.tsx";
import { LightChip } from "../parts/LightChip.tsx";
import { alertTermsWords } from "../words/alertTerms.ts";
import { useWords } from "../words/useWords.ts";
import { alertLight } from "./alertTone.ts";

/** Which way an alert leans, as a light; alerts about the data themselves carry a plain chip. */
export function AlertChip({ alert }: { alert: Pick<AlertSummary, "direction" | "severity"> }) {
  const w = useWords(alertTermsWords);
  const light = alertLight(alert);
  return light === null ? <Chip>{w.tones.none}</Chip> : <LightChip light={light} />;
}
