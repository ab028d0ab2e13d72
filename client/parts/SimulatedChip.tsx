import { partsWords } from "../words/parts.ts";
import { useWords } from "../words/useWords.ts";
import { Chip } from "./Chip.tsx";

/** Simulated figures say so wherever they are seen. */
export function SimulatedChip() {
  const w = useWords(partsWords);
  return (
    <Chip tone="late" title={w.simulatedWhy}>
      {w.simulated}
    </Chip>
  );
}
