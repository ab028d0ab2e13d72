import type { ErrorRecord } from "../../../server/routers/views.ts";
import { Chip } from "../../parts/Chip.tsx";
import { modelsWords } from "../../words/models.ts";
import { useWords } from "../../words/useWords.ts";

/** Whether a record may be shown to a leader: only what beat naive on data as known then. */
export function GateChip({ gate }: { gate: ErrorRecord["gate"] }) {
  const w = useWords(modelsWords);
  return (
    <Chip tone={gate === "passed" ? "accent" : gate === "lost-to-naive" ? "late" : "plain"}>
      <span aria-hidden="true">{gate === "passed" ? "✓" : gate === "lost-to-naive" ? "✕" : "…"}</span>
      {w.errors.gates[gate]}
    </Chip>
  );
}
