import { riskWords } from "../../words/risk.ts";
import { useWords } from "../../words/useWords.ts";

/** What each measure of a record means, a plain sentence each. */
export function MeasureList({ intro }: { intro?: string }) {
  const w = useWords(riskWords);
  return (
    <>
      {intro && <p className="mb-2">{intro}</p>}
      <dl className="flex flex-col gap-1.5">
        {Object.values(w.measures).map((m) => (
          <div key={m.name}>
            <dt className="font-semibold text-ink">{m.name}</dt>
            <dd>{m.text}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}
