import { useQuery } from "@tanstack/react-query";
import type { RunView } from "../../../server/routers/views.ts";
import { TAKE_BACK, trpc } from "../../api/trpc.ts";
import { formatInstant } from "../../format/formatDate.ts";
import { formatNumber } from "../../format/formatNumber.ts";
import { ownLines } from "../../format/ownLines.ts";
import { Drawer } from "../../parts/Drawer.tsx";
import { ErrorState } from "../../parts/ErrorState.tsx";
import { Skeleton } from "../../parts/Skeleton.tsx";
import { runsWords } from "../../words/runs.ts";
import { useLang, useWords } from "../../words/useWords.ts";
import { RunsTable } from "./RunsTable.tsx";
import { settingRows } from "./settingRows.ts";

/** One run: everything that repeats it, what it read by vintage, and its parts. */
export function RunDrawer({
  run,
  onOpen,
  onClose,
}: {
  run: number | null;
  onOpen(run: number): void;
  onClose(): void;
}) {
  const w = useWords(runsWords);
  const query = useQuery(
    trpc.jobs.get.queryOptions({ run: run ?? 1 }, { ...TAKE_BACK, enabled: run !== null }),
  );
  return (
    <Drawer open={run !== null} onClose={onClose} title={w.drawer.title(run ?? 0)}>
      {query.error && <ErrorState error={query.error} onRetry={() => void query.refetch()} />}
      {query.isPending && !query.error && <Skeleton height="24rem" />}
      {query.data && <RunBody view={query.data} onOpen={onOpen} />}
    </Drawer>
  );
}

function RunBody({ view, onOpen }: { view: RunView; onOpen(run: number): void }) {
  const w = useWords(runsWords);
  const lang = useLang();
  const { run, inputs, parameters, parts, states } = view;
  const d = w.drawer;
  const rows: [string, string][] = [
    [w.columns.kind, w.kinds[run.kind] ?? run.kind],
    ...([run.method, run.subject].some((words) => words !== null)
      ? [
          [
            w.columns.what,
            [run.method, run.subject].flatMap((words) => (words ? [words[lang]] : [])).join(" · "),
          ] as [string, string],
        ]
      : []),
    [w.columns.state, w.states[run.state]],
    [w.columns.started, formatInstant(run.startedAt)],
    [w.columns.took, run.seconds === null ? "—" : w.seconds(formatNumber(run.seconds, 1))],
    [w.columns.asOf, run.asOf],
    ...(run.version === null ? [] : [[d.version, run.version] as [string, string]]),
    [d.code, run.codeVersion],
    [d.data, run.dataVersion],
    [d.seed, String(run.seed)],
    ...(run.message === null ? [] : [[w.columns.message, ownLines(run.message, lang)] as [string, string]]),
  ];
  return (
    <>
      <dl className="num grid grid-cols-[7.5rem_1fr] gap-x-3 gap-y-1 text-[.89rem]">
        {rows.map(([term, text]) => (
          <div key={term} className="contents">
            <dt className="text-ink3">{term}</dt>
            <dd className="min-w-0 break-words">{text}</dd>
          </div>
        ))}
        {run.parent !== null && (
          <div className="contents">
            <dt className="text-ink3">{d.parent}</dt>
            <dd>
              <button type="button" className="link" onClick={() => onOpen(run.parent!)}>
                {d.title(run.parent)}
              </button>
            </dd>
          </div>
        )}
      </dl>
      {inputs === null && <p className="mt-3 text-[.89rem] text-ink2">{d.told}</p>}
      {inputs && inputs.length > 0 && <Inputs inputs={inputs} />}
      {parameters && (
        <section className="mt-4">
          <h3 className="font-bold">{d.parameters}</h3>
          <Settings parameters={parameters} inputs={inputs ?? []} />
        </section>
      )}
      {parts.length > 0 && (
        <section className="mt-4">
          <h3 className="font-bold">{d.parts(parts.length)}</h3>
          <p className="text-[.84rem] text-ink2">
            {d.partsOf(states.done ?? 0, states.refused ?? 0, states.failed ?? 0, states.cancelled ?? 0)}
          </p>
          <RunsTable runs={parts} caption={d.parts(parts.length)} onOpen={onOpen} />
        </section>
      )}
    </>
  );
}

function Settings({
  parameters,
  inputs,
}: {
  parameters: NonNullable<RunView["parameters"]>;
  inputs: NonNullable<RunView["inputs"]>;
}) {
  const w = useWords(runsWords);
  const lang = useLang();
  const names = new Map(inputs.map((i) => [i.indicator, i.name[lang]]));
  return (
    <table className="table num mt-1">
      <caption className="sr-only">{w.drawer.parameters}</caption>
      <thead className="sr-only">
        <tr>
          <th scope="col">{w.settings.name}</th>
          <th scope="col">{w.settings.value}</th>
        </tr>
      </thead>
      <tbody>
        {settingRows(parameters, { lang, words: w.settings, names }).map(({ code, term, lines }) => (
          <tr key={code}>
            <th scope="row" className="w-[45%] pr-3 align-top font-normal">
              {term}
              {term !== code && (
                <code className="block text-[.78rem] [overflow-wrap:anywhere] text-ink3">{code}</code>
              )}
            </th>
            <td className="align-top [overflow-wrap:anywhere]">
              {lines.map((line, i) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: lines are told in their order and never move
                <p key={i} className="not-first:mt-1.5">
                  {line}
                </p>
              ))}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Inputs({ inputs }: { inputs: NonNullable<RunView["inputs"]> }) {
  const w = useWords(runsWords);
  const lang = useLang();
  const d = w.drawer;
  const title = d.inputs(inputs.length);
  return (
    <section
      aria-label={title}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
      tabIndex={0}
      className="scroller mt-4"
    >
      <table className="table num">
        <caption className="text-left font-bold">{title}</caption>
        <thead>
          <tr>
            {[d.indicator, d.vintage, d.figures, d.source].map((h) => (
              <th key={h} scope="col" className="pr-3 whitespace-nowrap">
                {h}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {inputs.map((input) => (
            <tr key={input.indicator}>
              <th scope="row" className="pr-3 font-normal">
                {input.name[lang]}
              </th>
              <td className="pr-3 whitespace-nowrap">{input.vintage ?? d.nothing}</td>
              <td className="pr-3">{formatNumber(input.observations, 0)}</td>
              <td className="text-ink2">{input.source[lang]}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
