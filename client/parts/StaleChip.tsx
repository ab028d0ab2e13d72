import { partsWords } from "../words/parts.ts";
import { useWords } from "../words/useWords.ts";
import { Chip } from "./Chip.tsx";

/** Late data say so instead of being silently old. Nothing is shown for data that are on time. */
export function StaleChip({ daysLate }: { daysLate: number }) {
  const w = useWords(partsWords);
  return daysLate > 0 ? <Chip tone="late">{w.late(daysLate)}</Chip> : null;
}
