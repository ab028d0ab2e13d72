import { VINTAGE_BASES } from "../../../models/series/observation.ts";
import { parsePeriod } from "../../../models/series/period.ts";
import type { SeriesView } from "../../../server/routers/views.ts";
import { formatNumber } from "../../format/formatNumber.ts";
import { formatPeriod } from "../../format/formatPeriod.ts";
import { formatUnit } from "../../format/formatUnit.ts";
import { formatWords } from "../../format/formatWords.ts";
import { Card } from "../../parts/Card.tsx";
import { FactList } from "../../parts/FactList.tsx";
import { indicatorWords } from "../../words/indicator.ts";
import { useLang, useWords } from "../../words/useWords.ts";

/** Definition and passport of the indicator: what a reader must know before citing it. */
export function MetaCard({ view }: { view: SeriesView }) {
  const w = useWords(indicatorWords);
  const lang = useLang();
  const { meta } = view;
  const { indicator } = meta;
  const words = formatWords(lang);
  const count = (n: number): string => formatNumber(n, 0);
  const bases = VINTAGE_BASES.filter((b) => (meta.vintageBasis[b] ?? 0) > 0);
  const rows: [string, string][] = [
    [w.meta.unit, formatUnit(indicator.unit, lang) || words.bareUnit[indicator.unit] || "—"],
    [w.meta.frequency, words.frequency[indicator.frequency]],
    [w.meta.measure, w.meta.measures[indicator.measure]],
    [w.meta.basis, w.meta.bases[indicator.basis]],
    [w.meta.adjustment, indicator.adjustment === "seasonal" ? w.seasonal : w.unadjusted],
    [
      w.meta.span,
      meta.start && meta.end ? `${formatPeriod(meta.start, lang)} – ${formatPeriod(meta.end, lang)}` : "—",
    ],
    [w.meta.count, w.meta.counts(count(meta.observations), count(meta.vintages))],
    [w.meta.revisions, w.meta.revisedPeriods(meta.revisedPeriods)],
    [
      w.meta.basisCounts,
      bases.map((b) => w.meta.basisCount(words.vintageBasis[b], meta.vintageBasis[b] ?? 0)).join(" · ") ||
        "—",
    ],
    [w.meta.agency, meta.agencyName[lang]],
    [w.meta.table, indicator.sourceTable[lang]],
    [w.meta.sourceClass, w.meta.sourceClasses[indicator.sourceClass]],
    [w.meta.update, indicator.update.text[lang]],
    [w.meta.licence, licenceIn(indicator.licence, lang)],
    [w.meta.grade, w.meta.grades[indicator.grade]],
  ];
  return (
    <Card title={w.meta.title} tools={false}>
      <p className="text-[.89rem] leading-relaxed text-ink2">{indicator.definition[lang]}</p>
      <div className="mt-2">
        <FactList facts={rows} />
      </div>
      {indicator.notes && indicator.notes.length > 0 && (
        <>
          <h3 className="mt-3 text-[.89rem] font-semibold">{w.meta.notes}</h3>
          <ul className="mt-1 flex flex-col gap-1 text-[.85rem] leading-relaxed text-ink2">
            {indicator.notes.map((n) => (
              <li key={n.text.zh}>
                {n.from && (
                  <b className="num">{parsePeriod(n.from) ? formatPeriod(n.from, lang) : n.from}　</b>
                )}
                {n.text[lang]}
              </li>
            ))}
          </ul>
        </>
      )}
    </Card>
  );
}

/** Licences are noted in both languages, Chinese first, or as a name that is the same in both. */
function licenceIn(text: string, lang: "zh" | "en"): string {
  const [zh, en] = text.split(" / ");
  return (lang === "zh" ? zh : en) ?? text;
}
