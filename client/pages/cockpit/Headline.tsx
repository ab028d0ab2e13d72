import type { CockpitView } from "../../../server/routers/views.ts";
import { cockpitWords } from "../../words/cockpit.ts";
import { useLang, useWords } from "../../words/useWords.ts";

/** The page's one sentence; the zone it names is underlined in the zone's colour. */
export function Headline({ data }: { data: CockpitView | undefined }) {
  const w = useWords(cockpitWords);
  const lang = useLang();
  const className = "mt-2 min-h-[1.25em] text-[1.55rem] leading-tight font-bold md:text-[1.95rem]";
  if (data === undefined)
    return (
      <h1 className={className}>
        <span className="skeleton inline-block h-[1em] w-[min(38rem,90%)]" />
        <span className="sr-only">{w.question}</span>
      </h1>
    );
  const text = data.headline.text[lang];
  const zone = w.zoneWord.exec(text);
  if (zone === null) return <h1 className={className}>{text}</h1>;
  const colour = data.index.light === 3 ? "var(--band3)" : `var(--l${data.index.light})`;
  return (
    <h1 className={className}>
      {text.slice(0, zone.index)}
      <span className="pb-[.06em]" style={{ borderBottom: `.16em solid ${colour}` }}>
        {zone[0]}
      </span>
      {text.slice(zone.index + zone[0].length)}
    </h1>
  );
}
