import { useAsOf } from "../../api/useAsOf.ts";
import { formatDate } from "../../format/formatDate.ts";
import { partsWords } from "../../words/parts.ts";
import { riskWords } from "../../words/risk.ts";
import { useLang, useWords } from "../../words/useWords.ts";

/** Said while a result is made: the first look at a past day takes seconds. */
export function Computing() {
  const w = useWords(riskWords);
  const p = useWords(partsWords);
  const lang = useLang();
  const { asOf } = useAsOf();
  return (
    <p role="status" className="text-[.89rem] text-ink3">
      {asOf === undefined ? p.loading : w.computing(formatDate(asOf, lang))}
    </p>
  );
}
