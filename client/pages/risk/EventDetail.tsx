import type { RiskEventView } from "../../../server/routers/views.ts";
import { Card } from "../../parts/Card.tsx";
import { riskWords } from "../../words/risk.ts";
import { useLang, useWords } from "../../words/useWords.ts";
import { CandidateTable } from "./CandidateTable.tsx";
import { EpisodeTable } from "./EpisodeTable.tsx";
import { EstimateList } from "./EstimateList.tsx";
import { EventChart } from "./EventChart.tsx";
import { EventState } from "./EventState.tsx";
import { MeasureList } from "./MeasureList.tsx";
import { ModelTable } from "./ModelTable.tsx";
import { PointsList } from "./PointsList.tsx";
import { ProvenChip } from "./ProvenChip.tsx";
import { ReferenceFigure } from "./ReferenceFigure.tsx";
import type { RiskRange } from "./search.ts";

/** Everything behind one event's probability. */
export function EventDetail({ view, range }: { view: RiskEventView; range: RiskRange }) {
  const w = useWords(riskWords).event;
  const lang = useLang();
  return (
    <>
      <Facts view={view} />
      <div className="mt-4 grid grid-cols-1 gap-4 xl:grid-cols-3">
        {!view.withheld && <Estimates view={view} range={range} />}
        <Card
          id="candidates"
          className="xl:col-span-3"
          title={view.candidatesTitle.text[lang]}
          subtitle={w.candidatesSubtitle}
          method={<MeasureList />}
        >
          <CandidateTable candidates={view.candidates} />
        </Card>
        {!view.withheld && (
          <Card
            id="models"
            className="xl:col-span-2"
            title={view.modelsTitle.text[lang]}
            subtitle={w.modelsSubtitle}
            method={<MeasureList />}
          >
            <ModelTable view={view} />
            <EstimateList models={view.models} />
          </Card>
        )}
        <Card
          id="episodes"
          {...(view.withheld && { className: "xl:col-span-3" })}
          title={view.episodesTitle.text[lang]}
          subtitle={w.episodesSubtitle(view.window)}
        >
          <EpisodeTable view={view} />
        </Card>
      </div>
    </>
  );
}

/** What the models say: the probability over time, and what brings the newest one. */
function Estimates({ view, range }: { view: RiskEventView; range: RiskRange }) {
  const w = useWords(riskWords).event;
  return (
    <>
      <EventChart view={view} range={range} className="xl:col-span-2" />
      <Card id="contributions" title={w.parts} subtitle={w.partsSubtitle}>
        {view.probability === null || view.contributions.length === 0 ? (
          <p className="text-[.9rem] text-ink2">{w.partsNone}</p>
        ) : (
          <PointsList
            caption={w.parts}
            parts={view.contributions}
            total={{ name: w.partsTotal, points: view.probability.value }}
          />
        )}
      </Card>
    </>
  );
}

function Facts({ view }: { view: RiskEventView }) {
  const w = useWords(riskWords);
  const lang = useLang();
  return (
    <div className="mt-2 flex flex-col gap-2">
      <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <EventState state={view.state} />
        <span className="num text-[.84rem] text-ink3">
          <ReferenceFigure figure={view.reference} />
        </span>
      </p>
      <dl className="grid max-w-[70rem] gap-x-3 gap-y-1.5 rounded-lg bg-sunken px-4 py-3 text-[.95rem] leading-relaxed sm:grid-cols-[auto_minmax(0,1fr)]">
        <dt className="font-semibold whitespace-nowrap">{w.event.definition}</dt>
        <dd>{view.definition[lang]}</dd>
        <dt className="font-semibold whitespace-nowrap">{w.event.record}</dt>
        <dd>
          <ProvenChip proven={view.proven} /> {view.verdict[lang]}
        </dd>
      </dl>
    </div>
  );
}
