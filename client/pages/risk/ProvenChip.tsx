import { Chip } from "../../parts/Chip.tsx";
import { riskWords } from "../../words/risk.ts";
import { useWords } from "../../words/useWords.ts";

/** Whether the past record supports a probability, or it is for research only. */
export function ProvenChip({ proven }: { proven: boolean }) {
  const w = useWords(riskWords);
  return proven ? (
    <Chip tone="accent" title={w.provenWhy}>
      {w.proven}
    </Chip>
  ) : (
    <Chip tone="late" title={w.researchWhy}>
      {w.research}
    </Chip>
  );
}
