import { calmlyAlike } from "../../../models/nowcast/china/calmlyAlike.ts";
import type { ImpliedYear, NowcastShown, NowcastView } from "../../../server/routers/views.ts";
import { formatFigure } from "../../format/formatFigure.ts";
import { formatNumber } from "../../format/formatNumber.ts";
import { joinUnit } from "../../format/formatUnit.ts";
import { forecastWords } from "../../words/forecast.ts";
import { useLang, useWords } from "../../words/useWords.ts";
import { chanceText } from "./chanceText.ts";

/** Two chances at most: the lines that matter most come first. */
const CHANCES = 2;

/** The nowcast in six numbers: how sure, which lines it may cross, the year it implies, how good it was at this distance. */
export function NumberStrip({ view, shown }: { view: NowcastView; shown: NowcastShown }) {
  const w = useWords(forecastWords);
  const s = w.strip;
  const lang = useLang();
  const write = (v: number): string => formatFigure(v, view.unit, view.decimals, lang).text;
  const points = (v: number): string => joinUnit(formatNumber(v, 2), "percentage-point", lang);
  const eighty = shown.density.intervals.find((i) => i.level === 80);
  const { progress, record } = view;
  // Two years outweigh all others in a mean of squares: what was usual is told without them, and the whole beside it.
  const usual = view.quietRecord ?? record;
  const open = progress.kept < progress.of ? s.progress(progress.kept, progress.of) : "";
  return (
    <dl aria-label={s.label} className="num mt-3 grid grid-cols-2 gap-3 md:grid-cols-3 xl:grid-cols-6">
      {eighty && (
        <Tile
          label={s.interval}
          value={`${formatNumber(eighty.lower, view.decimals)} – ${write(eighty.upper)}`}
          note={s.intervalNote(write(shown.density.mean))}
        />
      )}
      {shown.chances.slice(0, CHANCES).map((c) => (
        <Tile
          key={c.kind}
          label={c.label[lang]}
          value={chanceText(c.probability, s.chances)}
          note={s.chanceNote(write(c.line))}
        />
      ))}
      {shown.year && (shown.year.counted > 1 || shown.year.needed !== null) && (
        <YearTile year={shown.year} write={write} />
      )}
      {record && usual ? (
        <>
          <Tile
            label={s.error(record.daysBefore)}
            value={points(usual.nowcast.rmse)}
            note={
              s.errorNote(formatNumber(usual.against.naive.rmse, 2), usual.n) +
              (usual.n === record.n ? "" : s.errorWhole(formatNumber(record.nowcast.rmse, 2))) +
              (calmlyAlike(usual) ? s.errorCalm(usual.nearer) : "")
            }
          />
          <Tile
            label={s.coverage}
            value={`${formatNumber(record.coverage80, 0)}%`}
            note={s.coverageNote(record.n, record.daysBefore)}
          />
        </>
      ) : (
        <Tile label={s.noRecord} value="—" note={open} />
      )}
    </dl>
  );
}

function YearTile({ year, write }: { year: ImpliedYear; write: (v: number) => string }) {
  const s = useWords(forecastWords).strip;
  const quarters = year.of === 4;
  const label =
    year.counted === year.of
      ? s.yearFull(year.year)
      : year.counted === 1
        ? s.yearFirst(year.year, quarters)
        : s.yearSoFar(year.year, year.counted, quarters);
  const note =
    year.goal === null
      ? s.yearNoGoal
      : year.needed === null
        ? s.yearGoal(write(year.goal))
        : s.yearNeeded(write(year.needed), write(year.goal));
  return <Tile label={label} value={write(year.growth)} note={note} />;
}

function Tile({ label, value, note }: { label: string; value: string; note: string }) {
  return (
    <div className="card flex min-h-[6.6rem] flex-col p-3">
      <dt className="text-[.82rem] leading-snug text-ink2">{label}</dt>
      <dd className="pt-1.5 text-[1.25rem] leading-tight font-bold">{value}</dd>
      <dd className="pt-0.5 text-[.76rem] leading-snug text-ink3">{note}</dd>
    </div>
  );
}
