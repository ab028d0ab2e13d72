import type { IndicatorMeta } from "../../../server/routers/views.ts";
import { Card } from "../../parts/Card.tsx";
import { Link } from "../../route/Link.tsx";
import { indicatorWords } from "../../words/indicator.ts";
import { useLang, useWords } from "../../words/useWords.ts";

/** Who would feel a change of this indicator: lights, rules, models, the cockpit. */
export function UsedInCard({ meta }: { meta: IndicatorMeta }) {
  const w = useWords(indicatorWords);
  const lang = useLang();
  const text = (use: IndicatorMeta["usedIn"][number]): string =>
    `${w.usedIn.kinds[use.kind]} · ${use.title[lang]}`;
  const look = "inline-flex min-h-7 items-center rounded border border-line px-2 text-[.86rem]";
  return (
    <Card
      title={w.usedIn.title}
      subtitle={meta.usedIn.length > 0 && w.usedIn.subtitle(meta.usedIn.length)}
      tools={false}
    >
      {meta.usedIn.length === 0 && <p className="text-[.89rem] text-ink2">{w.usedIn.none}</p>}
      <ul className="flex flex-wrap gap-2">
        {meta.usedIn.map((use) => (
          <li key={`${use.kind} ${use.id}`}>
            {use.kind === "model" ? (
              <Link
                to="/models/$id"
                params={{ id: use.id }}
                className={`${look} text-accent hover:border-accent`}
              >
                {text(use)}
              </Link>
            ) : use.kind === "cockpit" ? (
              <Link to="/" className={`${look} text-accent hover:border-accent`}>
                {text(use)}
              </Link>
            ) : (
              <span className={look}>{text(use)}</span>
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}
