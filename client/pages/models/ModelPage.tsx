import { keepPreviousData, useQuery } from "@tanstack/react-query";
import type { FanView, ModelView } from "../../../server/routers/views.ts";
import { TAKE_BACK, trpc } from "../../api/trpc.ts";
import { useAsOf } from "../../api/useAsOf.ts";
import { ChartCard } from "../../charts/ChartCard.tsx";
import { measureOf } from "../../charts/measure.ts";
import { formatFigure } from "../../format/formatFigure.ts";
import { formatPeriod } from "../../format/formatPeriod.ts";
import { formatWords } from "../../format/formatWords.ts";
import { Card } from "../../parts/Card.tsx";
import { Chip } from "../../parts/Chip.tsx";
import { EmptyState } from "../../parts/EmptyState.tsx";
import { ErrorState } from "../../parts/ErrorState.tsx";
import { FactList } from "../../parts/FactList.tsx";
import { Select } from "../../parts/Select.tsx";
import { Skeleton } from "../../parts/Skeleton.tsx";
import { Link } from "../../route/Link.tsx";
import { changeSearch, pageOf } from "../../route/useRoute.ts";
import { indicatorWords } from "../../words/indicator.ts";
import { modelsWords } from "../../words/models.ts";
import { runsWords } from "../../words/runs.ts";
import { useLang, useWords } from "../../words/useWords.ts";
import { RecordLine, useFan } from "../indicator/ForecastCard.tsx";
import { settingRows } from "../runs/settingRows.ts";
import { ErrorTable } from "./ErrorTable.tsx";
import { PathCard } from "./PathCard.tsx";
import { RunButton } from "./RunButton.tsx";
import { RunsTable } from "./RunsTable.tsx";
import { useTargets } from "./useTargets.ts";

const route = pageOf("/models/$id");

/** One model: its card, its record, what it said and what came, its newest forecast, its runs. */
export function ModelPage() {
  const w = useWords(modelsWords);
  const i = useWords(indicatorWords);
  const lang = useLang();
  const { id } = route.useParams();
  const { indicator } = route.useSearch();
  const asOf = useAsOf();
  const target = useTargets();
  const query = useQuery(
    trpc.models.get.queryOptions(
      { id, ...asOf, ...(indicator === undefined ? {} : { indicator }) },
      { ...TAKE_BACK, placeholderData: keepPreviousData },
    ),
  );
  const view = query.data?.model.id === id ? query.data : undefined;
  if (!view) {
    if (query.error)
      return <ErrorState heading="h1" error={query.error} onRetry={() => void query.refetch()} />;
    return (
      <div aria-busy="true" className="flex flex-col gap-4">
        <Skeleton height="4.4rem" />
        <div className="grid grid-cols-[minmax(0,1fr)] gap-4 xl:grid-cols-[minmax(0,1fr)_19rem]">
          <Skeleton height="27rem" />
          <Skeleton height="27rem" />
        </div>
      </div>
    );
  }
  const { targets } = view;
  const asked = indicator !== undefined && targets.includes(indicator) ? indicator : undefined;
  const chosen = asked ?? view.path?.indicator ?? view.fan?.indicator ?? targets[0];
  const passed = view.errors.filter((e) => e.standing.state === "good").length;
  return (
    <>
      <nav aria-label={w.card.breadcrumb} className="text-[.86rem] text-ink3">
        <ol className="flex items-center gap-1.5">
          <li>
            <Link to="/models" className="link inline-block py-0.5">
              {w.card.back}
            </Link>
          </li>
          <li aria-hidden="true">›</li>
          <li aria-current="page" className="text-ink2">
            {view.model.title[lang]}
          </li>
        </ol>
      </nav>
      <div className="mt-1 flex flex-wrap items-center gap-x-3 gap-y-2">
        <h1 className="text-[1.5rem] font-bold md:text-[1.75rem]">{view.model.title[lang]}</h1>
        <code className="rounded bg-sunken px-1.5 text-[.82rem] text-ink2">{view.model.id}</code>
        <Chip>{w.registry.sources[view.model.source]}</Chip>
        {!view.model.daily && <Chip>{w.registry.candidate}</Chip>}
        <div className="flex min-w-0 flex-wrap items-center gap-3 md:ml-auto">
          {targets.length > 1 && chosen !== undefined && (
            // A line of its own on a phone: names that arrive later do not push the button below it.
            <Select
              className="max-md:basis-full"
              label={w.target}
              showLabel
              value={chosen}
              options={targets.map((t) => ({ value: t, label: target(t).name }))}
              onChange={(t) => changeSearch({ indicator: t }, true)}
            />
          )}
          <RunButton id={id} indicator={chosen} />
        </div>
      </div>
      <p className="mt-1 max-w-[52rem] text-[.95rem] text-ink2">{view.model.summary[lang]}</p>
      {!view.model.daily && <p className="mt-0.5 text-[.89rem] text-ink2">{w.registry.candidateNote}</p>}
      {view.lookingBack && (
        <p className="mt-0.5 text-[.89rem] font-semibold text-late">
          {w.toDate} {w.runs.toDate}
        </p>
      )}
      {query.error && <ErrorState error={query.error} onRetry={() => void query.refetch()} />}
      <div className="mt-3 grid grid-cols-[minmax(0,1fr)] gap-4 xl:grid-cols-[minmax(0,1fr)_19rem]">
        <div className="flex min-w-0 flex-col gap-4">
          {view.path && view.path.periods.length > 0 ? (
            <PathCard view={view} path={view.path} name={target(view.path.indicator).name} />
          ) : (
            <Card title={w.path.none} tools={false}>
              <EmptyState title={w.path.none} text={w.path.noneText} />
            </Card>
          )}
          {view.fan?.forecast ? (
            <FanCard fan={view.fan} forecast={view.fan.forecast} />
          ) : (
            view.fan?.why && (
              <Card title={i.forecast.none} tools={false}>
                <EmptyState title={i.forecast.none} text={view.fan.why[lang]} />
              </Card>
            )
          )}
        </div>
        <ModelCard view={view} />
      </div>
      <div className="mt-4 flex flex-col gap-4">
        {view.errors.length > 0 && (
          <Card id="errors" title={w.errors.title(passed, view.errors.length)} footer={w.errors.footer}>
            <ErrorTable records={view.errors} target={target} by="horizon" />
          </Card>
        )}
        <Card id="runs" title={w.runs.title(view.runs.length)} tools={false}>
          {view.runs.length > 0 && <RunsTable runs={view.runs} target={target} />}
        </Card>
      </div>
    </>
  );
}

function ModelCard({ view }: { view: ModelView }) {
  const w = useWords(modelsWords);
  const lang = useLang();
  const { model } = view;
  const { settings } = useWords(runsWords);
  const options = settingRows(view.options, { lang, words: settings, names: new Map() });
  const rows: [string, string][] = [
    [w.card.version, model.version],
    [w.card.source, w.registry.sources[model.source]],
    [
      w.card.frequencies,
      model.frequencies.map((f) => formatWords(lang).frequency[f]).join(lang === "zh" ? "、" : ", "),
    ],
  ];
  return (
    <Card title={w.card.title} tools={false} className="self-start">
      <p className="text-[.89rem] leading-relaxed text-ink2">{model.summary[lang]}</p>
      <div className="mt-2">
        <FactList facts={rows} />
      </div>
      {view.drivers && (
        <>
          <h3 className="mt-3 text-[.89rem] font-semibold">{w.card.drivers}</h3>
          <p className="mt-0.5 text-[.85rem] leading-relaxed text-ink2">
            {view.drivers.names.map((n) => n[lang]).join(lang === "zh" ? "、" : ", ")}
            <span className="block text-ink3">{view.drivers.why[lang]}</span>
          </p>
        </>
      )}
      <h3 className="mt-3 text-[.89rem] font-semibold">{w.card.reference}</h3>
      <p className="mt-0.5 text-[.85rem] leading-relaxed text-ink2">{model.reference}</p>
      <h3 className="mt-3 text-[.89rem] font-semibold">{w.card.options}</h3>
      {options.length === 0 ? (
        <p className="mt-0.5 text-[.85rem] text-ink2">{w.card.noOptions}</p>
      ) : (
        <dl className="num mt-0.5 grid grid-cols-[1fr_auto] gap-x-3 gap-y-0.5 text-[.85rem]">
          {options.map(({ code, term, lines }) => (
            <div key={code} className="contents">
              <dt>
                {term} {term !== code && <code className="text-[.78rem] text-ink3">{code}</code>}
              </dt>
              <dd>{lines.join(settings.separator)}</dd>
            </div>
          ))}
        </dl>
      )}
    </Card>
  );
}

function FanCard({ fan, forecast }: { fan: FanView; forecast: NonNullable<FanView["forecast"]> }) {
  const w = useWords(indicatorWords);
  const lang = useLang();
  const draw = useFan(fan);
  const title = w.forecast.title(
    fan.name[lang],
    formatPeriod(forecast.periods[0] ?? forecast.origin, lang),
    formatFigure(forecast.mean[0] ?? 0, fan.unit, fan.decimals, lang).text,
  );
  const subtitle = w.forecast.subtitle(
    forecast.modelTitle[lang],
    formatPeriod(forecast.origin, lang),
    measureOf(fan.unit, fan.decimals, fan.history.values, lang).unit,
  );
  const source = `${fan.source[lang]} · ${w.forecast.madeOn(forecast.madeAsOf)}`;
  return (
    <ChartCard
      id="fan"
      title={title}
      subtitle={subtitle}
      footer={source}
      draw={draw}
      label={w.forecast.label(fan.name[lang])}
      height="18rem"
      passport={{ title, subtitle, source }}
      fileName={`${fan.indicator}-${forecast.model}-${forecast.madeAsOf}`}
    >
      {fan.why && <p className="mt-2 text-[.84rem] text-late">{fan.why[lang]}</p>}
      {fan.notice && <p className="mt-2 text-[.84rem] text-late">{fan.notice[lang]}</p>}
      {fan.record && <RecordLine record={fan.record} />}
    </ChartCard>
  );
}
