import type { CycleView } from "../../../server/routers/views.ts";
import { Card } from "../../parts/Card.tsx";
import { Chip } from "../../parts/Chip.tsx";
import { cycleWords } from "../../words/cycle.ts";
import { useLang, useWords } from "../../words/useWords.ts";

/** What the published grouping names and nothing in the base stands for. */
export function LackingCard({ view, className }: { view: CycleView; className: string }) {
  const w = useWords(cycleWords);
  const lang = useLang();
  return (
    <Card
      id="lacking"
      className={className}
      title={w.lacking.title(view.lacking.length)}
      subtitle={w.lacking.subtitle}
      tools={false}
    >
      <ul className="flex flex-col gap-1.5 text-[.9rem]">
        {view.lacking.map((l) => (
          <li key={l.name.zh} className="flex items-baseline gap-2">
            <Chip>{w.lacking.group(w.groups[l.group])}</Chip>
            <span>{l.name[lang]}</span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
