import type { ReactNode } from "react";
import type { QualitySaid, SeasonalView } from "../../../server/routers/views.ts";
import { formatDate } from "../../format/formatDate.ts";
import { formatNumber } from "../../format/formatNumber.ts";
import { formatPeriod } from "../../format/formatPeriod.ts";
import { formatUnit } from "../../format/formatUnit.ts";
import { unitScale } from "../../format/unitScale.ts";
import { Chip } from "../../parts/Chip.tsx";
import { seasonalWords } from "../../words/seasonal.ts";
import { useLang, useWords } from "../../words/useWords.ts";

type Adjustment = NonNullable<SeasonalView["adjustment"]>;
const TONES = { good: "plain", doubtful: "late", bad: "danger" } as const;
/** Readings that are percentages of months; the others are numbers of their own. */
const SPANS: readonly string[] = ["spans-seasonal", "spans-changes"];

/** What stands below the chart, folded: quality with a sentence each, settings, revisions. */
export function SeasonalDetails({
  adjustment,
  unit,
  decimals,
}: {
  adjustment: Adjustment;
  unit: string;
  decimals: number;
}) {
  const w = useWords(seasonalWords);
  const lang = useLang();
  const { result } = adjustment;
  return (
    <div className="mt-3 grid grid-cols-[minmax(0,1fr)] gap-2 border-t border-line pt-2">
      <Fold title={w.quality}>
        <QualityTable quality={adjustment.quality} caption={w.qualityTable} />
      </Fold>
      <Fold title={w.revisions}>
        <Revisions adjustment={adjustment} unit={unit} decimals={decimals} />
      </Fold>
      <Fold title={w.specification}>
        <p className="text-[.86rem] text-ink2">
          {w.identified(formatDate(result.identified.day, lang), result.identified.first)}
        </p>
        <dl className="mt-1 grid grid-cols-1 gap-x-4 gap-y-1 text-[.86rem] md:grid-cols-[9rem_minmax(0,1fr)]">
          {result.specification.map((line) => (
            <div key={line.id} className="md:contents">
              <dt className="text-ink3">{line.name[lang]}</dt>
              <dd className="break-words">{line.value[lang]}</dd>
            </div>
          ))}
          <div className="md:contents">
            <dt className="text-ink3">{w.sinceReview}</dt>
            <dd>{said(result.sinceReview, lang) || w.unchanged}</dd>
          </div>
        </dl>
      </Fold>
    </div>
  );
}

export function QualityTable({ quality, caption }: { quality: readonly QualitySaid[]; caption: string }) {
  const w = useWords(seasonalWords);
  const lang = useLang();
  return (
    <section
      aria-label={caption}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
      tabIndex={0}
      className="scroller"
    >
      <table className="table num">
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{w.measure}</th>
            <th scope="col" className="r" style={{ textAlign: "right" }}>
              {w.reading}
            </th>
            <th scope="col">{w.meaning}</th>
          </tr>
        </thead>
        <tbody>
          {quality.map((q) => (
            <tr key={q.measure}>
              <th scope="row" className="md:whitespace-nowrap">
                {q.name[lang]}
              </th>
              <td className="r">
                {SPANS.includes(q.measure) ? `${formatNumber(q.value, 1)}%` : formatNumber(q.value, 2)}
              </td>
              <td className="min-w-[10rem]">
                <Chip tone={TONES[q.band]}>{q.bandName[lang]}</Chip> {q.says[lang]}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Revisions({
  adjustment,
  unit,
  decimals,
}: {
  adjustment: Adjustment;
  unit: string;
  decimals: number;
}) {
  const w = useWords(seasonalWords);
  const lang = useLang();
  const { result, revisions, largestRevision } = adjustment;
  if (!result.against || !largestRevision)
    return <p className="text-[.86rem] text-ink2">{w.revisionsNone}</p>;
  const before = formatDate(result.against.day, lang);
  const magnitude = Math.max(...revisions.map((r) => Math.abs(r.after)));
  const scale = unitScale(unit, magnitude, decimals, lang);
  const write = (v: number): string => formatNumber(v / scale.divisor, scale.decimals);
  const percent = (v: number): string => `${formatNumber(v, 2, { sign: true })}%`;
  return (
    <>
      <p className="text-[.86rem] text-ink2">
        {w.revisionsLead(
          before,
          percent(largestRevision.percent),
          formatPeriod(largestRevision.period, lang),
        )}
      </p>
      <section
        aria-label={w.revisionsTable}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
        tabIndex={0}
        className="scroller"
      >
        <table className="table num">
          <caption className="sr-only">{w.revisionsTable}</caption>
          <thead>
            <tr>
              <th scope="col">{w.period}</th>
              {[w.before(before), w.after].map((head) => (
                <th key={head} scope="col" className="r" style={{ textAlign: "right" }}>
                  {head}（{formatUnit(scale.unit, lang)}）
                </th>
              ))}
              <th scope="col" className="r" style={{ textAlign: "right" }}>
                {w.revision}
              </th>
            </tr>
          </thead>
          <tbody>
            {revisions.map((r) => (
              <tr key={r.period}>
                <th scope="row" className="whitespace-nowrap">
                  {formatPeriod(r.period, lang)}
                </th>
                <td className="r">{write(r.before)}</td>
                <td className="r">{write(r.after)}</td>
                <td className="r">{percent(r.percent)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <p className="mt-1 text-[.84rem] text-ink2">
        <b>{w.modelChanges}</b>　{said(result.against.changes, lang) || w.unchanged}
      </p>
    </>
  );
}

function Fold({ title, children }: { title: string; children: ReactNode }) {
  return (
    <details>
      <summary className="min-h-7 cursor-pointer text-[.92rem] font-semibold">{title}</summary>
      <div className="mt-1 mb-2">{children}</div>
    </details>
  );
}

const said = (list: readonly { zh: string; en: string }[], lang: "zh" | "en"): string =>
  list.map((c) => c[lang]).join(lang === "zh" ? "；" : "; ");
