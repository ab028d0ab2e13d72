import { useState } from "react";
import type { ReleaseView } from "../../../server/routers/views.ts";
import { formatDate } from "../../format/formatDate.ts";
import { formatFigure } from "../../format/formatFigure.ts";
import { formatPeriod } from "../../format/formatPeriod.ts";
import { Button } from "../../parts/Button.tsx";
import { Card } from "../../parts/Card.tsx";
import { Chip } from "../../parts/Chip.tsx";
import { Link } from "../../route/Link.tsx";
import { sourcesWords } from "../../words/sources.ts";
import { useLang, useWords } from "../../words/useWords.ts";
import { groupReleases } from "./groupReleases.ts";

/** What is late, then what is due, each with the figure it will follow. */
export function ReleaseList({ releases }: { releases: readonly ReleaseView[] }) {
  const w = useWords(sourcesWords);
  const late = releases.filter((r) => r.state === "late");
  const due = releases.filter((r) => r.state === "due");
  return (
    <Card
      title={late.length > 0 ? w.releases.lateTitle(late.length) : w.releases.title}
      tools={false}
      id="releases"
    >
      {late.length + due.length === 0 && <p className="text-[.89rem] text-ink2">{w.releases.none}</p>}
      {late.length > 0 && <Releases releases={late} />}
      {late.length > 0 && due.length > 0 && (
        <h3 className="mt-3 text-[.89rem] font-semibold">{w.releases.next}</h3>
      )}
      {due.length > 0 && <Releases releases={due} />}
    </Card>
  );
}

/** Publications listed before the rest is asked for. */
const SHOWN = 12;

function Releases({ releases }: { releases: readonly ReleaseView[] }) {
  const w = useWords(sourcesWords);
  const lang = useLang();
  const [all, setAll] = useState(false);
  const groups = groupReleases(releases);
  const shown = all ? groups : groups.slice(0, SHOWN);
  return (
    <>
      <ul className="num text-[.89rem]">
        {shown.map(({ first: r, periods }) => (
          <li
            key={`${r.date} ${r.time} ${r.agency} ${r.title.zh}`}
            className="grid grid-cols-[4.6rem_minmax(0,1fr)] gap-x-3 border-t border-line py-2 first:border-0"
          >
            <span className="text-ink2">
              {formatDate(r.date, lang, "short")}
              <span className="block text-[.8rem] text-ink3">{r.time}</span>
            </span>
            <span>
              {r.indicators[0] ? (
                <Link
                  to="/indicator/$id"
                  params={{ id: r.indicators[0] }}
                  className="link inline-block min-w-6 py-0.5 font-medium"
                >
                  {r.title[lang]}
                </Link>
              ) : (
                <b>{r.title[lang]}</b>
              )}{" "}
              {r.state === "late" && <Chip tone="late">{w.releases.late}</Chip>}
              <span className="block text-[.8rem] text-ink3">
                {[
                  r.agencyName[lang],
                  periods.map((p) => formatPeriod(p, lang)).join(lang === "zh" ? "、" : ", "),
                  r.previous
                    ? w.releases.previous(
                        formatFigure(r.previous.value, r.previous.unit, r.previous.decimals, lang).text,
                        formatPeriod(r.previous.period, lang),
                      )
                    : "",
                  r.basis === "publication-rule" ? w.releases.rule : w.releases.record,
                ]
                  .filter((t) => t !== "")
                  .join(" · ")}
              </span>
            </span>
          </li>
        ))}
      </ul>
      {shown.length < groups.length && (
        <Button className="mt-2" onClick={() => setAll(true)}>
          {w.releases.all(groups.length)}
        </Button>
      )}
    </>
  );
}
