import { ChevronLeft, ChevronRight, Pause, Play } from "lucide-react";
import { useSyncExternalStore } from "react";
import type { ClockPath, CycleView } from "../../../server/routers/views.ts";
import { formatDate } from "../../format/formatDate.ts";
import { formatNumber } from "../../format/formatNumber.ts";
import { formatPeriod } from "../../format/formatPeriod.ts";
import { Button, IconButton } from "../../parts/Button.tsx";
import { Card } from "../../parts/Card.tsx";
import { Segmented } from "../../parts/Segmented.tsx";
import type { TableTwin } from "../../parts/tableTwin.ts";
import { changeSearch, pageOf } from "../../route/useRoute.ts";
import { cycleWords } from "../../words/cycle.ts";
import { type Lang, useLang, useWords } from "../../words/useWords.ts";
import { agenciesOf } from "./agenciesOf.ts";
import { ClockFace } from "./ClockFace.tsx";
import { TRAIL } from "./clockGeometry.ts";
import { type Clock, useClock } from "./useClock.ts";

const route = pageOf("/cycle");

/** The clock of the parts of the economy or of the three groups, as it stands and as it came there. */
export function ClockCard({ view, className }: { view: CycleView; className: string }) {
  const w = useWords(cycleWords);
  const lang = useLang();
  const { clock: who = "sectors", at: asked } = route.useSearch();
  const paths = view.clock[who];
  const first = Math.min(TRAIL, view.months.length - 1);
  const clock = useClock(view.months, first, asked);
  const month = formatPeriod(view.months[clock.at]!, lang);
  const newest = clock.at === clock.last;
  const places = paths
    .map((p) => {
      const quadrant = p.quadrant[clock.at] ?? null;
      return w.clock.place(p.name[lang], quadrant ? w.quadrants[quadrant] : w.unknown);
    })
    .join(lang === "zh" ? "，" : ", ");
  return (
    <Card
      id="clock"
      className={className}
      title={newest ? view.titles[who].text[lang] : w.clock.heading(month)}
      subtitle={w.clock.subtitle(month)}
      method={<p>{w.provenance.clockText}</p>}
      footer={
        <>
          <p>{w.clock.footer}</p>
          <p>{w.sources(agenciesOf(view, lang), formatDate(view.provenance.day, lang), view.dataVersion)}</p>
        </>
      }
      fileName={`guanlan-clock-${view.asOf}`}
      table={clockTable(view.months, paths, clock.at, lang)}
    >
      <div className="noprint mb-2">
        <Segmented
          label={w.clock.who}
          value={who}
          options={(["sectors", "groups"] as const).map((value) => ({ value, label: w.clock.whos[value] }))}
          onChange={(v) => changeSearch({ clock: v === "groups" ? "groups" : undefined }, true)}
        />
      </div>
      <ClockFace paths={paths} at={clock.at} label={w.clock.label(month, places)} />
      <ClockControls clock={clock} month={month} />
    </Card>
  );
}

function ClockControls({ clock, month }: { clock: Clock; month: string }) {
  const w = useWords(cycleWords).clock;
  const still = useReducedMotion();
  return (
    <div className="noprint mt-2 flex flex-wrap items-center gap-x-2 gap-y-1.5">
      {!still && (
        <Button onClick={clock.playing ? clock.pause : clock.play}>
          {clock.playing ? <Pause size={14} aria-hidden="true" /> : <Play size={14} aria-hidden="true" />}
          {clock.playing ? w.pause : w.play}
        </Button>
      )}
      <IconButton label={w.back} disabled={clock.at === clock.first} onClick={() => clock.go(clock.at - 1)}>
        <ChevronLeft size={17} />
      </IconButton>
      <input
        type="range"
        aria-label={w.slider}
        aria-valuetext={month}
        min={clock.first}
        max={clock.last}
        value={clock.at}
        onChange={(e) => clock.show(Number(e.target.value))}
        onPointerUp={clock.settle}
        onKeyUp={clock.settle}
        onBlur={clock.settle}
        className="h-7 min-w-[7rem] flex-1 accent-[var(--accent)]"
      />
      <IconButton label={w.forward} disabled={clock.at === clock.last} onClick={() => clock.go(clock.at + 1)}>
        <ChevronRight size={17} />
      </IconButton>
      <span className="num min-w-[5.4rem] text-[.87rem] text-ink2">{month}</span>
      {clock.at !== clock.last && !clock.playing && (
        <Button variant="quiet" onClick={() => clock.go(clock.last)}>
          {w.newest}
        </Button>
      )}
      {still && <p className="basis-full text-[.8rem] text-ink3">{w.still}</p>}
    </div>
  );
}

/** The trail as a table: the months shown, newest first, each path's level, change and quarter. */
function clockTable(
  months: readonly string[],
  paths: readonly ClockPath[],
  at: number,
  lang: Lang,
): TableTwin {
  const w = cycleWords[lang];
  const write = (v: number | null | undefined): string =>
    v === null || v === undefined ? "" : formatNumber(v, 2, { sign: true });
  const shown = months.slice(Math.max(0, at + 1 - TRAIL), at + 1).toReversed();
  return {
    caption: w.clock.heading(formatPeriod(months[at]!, lang)),
    columns: [
      { heading: w.turns.month },
      ...paths.flatMap((p) => [
        { heading: `${p.name[lang]} ${w.clock.level}`, align: "right" as const },
        { heading: `${p.name[lang]} ${w.clock.change}`, align: "right" as const },
        { heading: `${p.name[lang]} ${w.clock.quadrant}` },
      ]),
    ],
    rows: shown.map((month, i) => {
      const t = at - i;
      return [
        formatPeriod(month, lang),
        ...paths.flatMap((p) => {
          const quadrant = p.quadrant[t] ?? null;
          return [write(p.level[t]), write(p.change[t]), quadrant ? w.quadrants[quadrant] : ""];
        }),
      ];
    }),
  };
}

const REDUCED = "(prefers-reduced-motion: reduce)";

function useReducedMotion(): boolean {
  return useSyncExternalStore(
    (listener) => {
      const query = matchMedia(REDUCED);
      query.addEventListener("change", listener);
      return () => query.removeEventListener("change", listener);
    },
    () => matchMedia(REDUCED).matches,
  );
}
