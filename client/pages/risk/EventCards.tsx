import type { RiskEvent, RiskEventCard } from "../../../server/routers/views.ts";
import { Spark } from "../../parts/Spark.tsx";
import { Link } from "../../route/Link.tsx";
import { riskWords } from "../../words/risk.ts";
import { useLang, useWords } from "../../words/useWords.ts";
import { EventState } from "./EventState.tsx";
import { ProbabilityFigure } from "./ProbabilityFigure.tsx";
import { ProvenChip } from "./ProvenChip.tsx";
import { ReferenceFigure } from "./ReferenceFigure.tsx";
import { urgency } from "./urgency.ts";

/** Every watched event: is it on, how likely does it begin, and does the past support that. */
export function EventCards({ events }: { events: readonly RiskEventCard[] }) {
  const w = useWords(riskWords).events;
  const lang = useLang();
  return (
    <section id="events" aria-labelledby="events-heading">
      <h2 id="events-heading" className="sr-only">
        {w.heading}
      </h2>
      <ul className="grid grid-cols-1 gap-4 md:grid-cols-2 2xl:grid-cols-4">
        {events
          .toSorted((a, b) => urgency(b) - urgency(a))
          .map((card) => (
            <li key={card.id} className="card flex flex-col gap-2.5 p-4">
              <h3 className="text-[1.07rem] leading-snug font-bold">
                <Link to="/risk" search={{ event: card.id }} className="link inline-block py-0.5">
                  {card.title[lang]}
                </Link>
              </h3>
              {card.event ? (
                <Told event={card.event} id={card.id} title={card.title[lang]} />
              ) : (
                <p className="text-[.9rem] text-ink2">
                  {w.none}。{card.why?.[lang]}
                </p>
              )}
            </li>
          ))}
      </ul>
    </section>
  );
}

function Told({ event, id, title }: { event: RiskEvent; id: string; title: string }) {
  const w = useWords(riskWords).events;
  const lang = useLang();
  return (
    <>
      <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <EventState state={event.state} />
        <Link
          to="/risk"
          search={{ event: id }}
          aria-label={w.openOf(title)}
          className="link ml-auto inline-block py-0.5 text-[.88rem]"
        >
          {w.open} →
        </Link>
      </p>
      <div className="flex items-end justify-between gap-3">
        <ProbabilityFigure event={event} />
        {event.spark.values.some((v) => v !== null) && (
          <span className="min-w-0 shrink text-right text-[.78rem] text-ink3">
            <Spark values={event.spark.values} width={170} height={44} />
            {w.spark}
          </span>
        )}
      </div>
      <p className="text-[.88rem] leading-relaxed text-ink2">
        <ProvenChip proven={event.proven} /> {event.verdict[lang]}
      </p>
      <p className="num mt-auto border-t border-line pt-2 text-[.82rem] text-ink3">
        <ReferenceFigure figure={event.reference} />
      </p>
    </>
  );
}
