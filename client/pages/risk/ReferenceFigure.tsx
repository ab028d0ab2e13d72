import type { RiskEvent } from "../../../server/routers/views.ts";
import { formatFigure } from "../../format/formatFigure.ts";
import { formatGap } from "../../format/formatGap.ts";
import { figureNote } from "../../panels/figureNote.ts";
import { Link } from "../../route/Link.tsx";
import { partsWords } from "../../words/parts.ts";
import { riskWords } from "../../words/risk.ts";
import { useLang, useWords } from "../../words/useWords.ts";

/** The figure an event is read from: its name, value, period and publication. */
export function ReferenceFigure({ figure: f }: { figure: RiskEvent["reference"] }) {
  const w = useWords(riskWords).events;
  const p = useWords(partsWords);
  const lang = useLang();
  return (
    <>
      {w.reference}{" "}
      <Link to="/indicator/$id" params={{ id: f.indicator }} className="link inline-block py-0.5">
        {f.short[lang]}
      </Link>{" "}
      <b className="text-ink">
        {f.value === null ? formatGap(f.reason, lang) : formatFigure(f.value, f.unit, f.decimals, lang).text}
      </b>
      {f.period !== "" && ` · ${figureNote(f, lang, p.published)}`}
    </>
  );
}
