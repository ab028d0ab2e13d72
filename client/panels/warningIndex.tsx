import { lazy, Suspense } from "react";
import type { CockpitView, WarningIndexView } from "../../server/routers/views.ts";
import { formatChange } from "../format/formatFigure.ts";
import { formatNumber } from "../format/formatNumber.ts";
import { formatPeriod } from "../format/formatPeriod.ts";
import { BandScale } from "../parts/BandScale.tsx";
import { Skeleton } from "../parts/Skeleton.tsx";
import { cockpitWords } from "../words/cockpit.ts";
import { partsWords } from "../words/parts.ts";
import { type Lang, useLang, useWords } from "../words/useWords.ts";
import { definePanel } from "./definePanel.ts";

const IndexLine = lazy(() => import("./IndexLine.tsx").then((m) => ({ default: m.IndexLine })));
const LINE_HEIGHT = "12.5rem";
const TRAIL = 12;

/** 综合预警指数: where it stands between the five zones, the way it came, how far to the next zone. */
export const warningIndex = definePanel<CockpitView>({
  id: "warning-index",
  title: { zh: "综合预警指数", en: "Warning index" },
  question: { zh: "经济总体处在哪个区间？", en: "Which zone is the economy in?" },
  audience: ["leader", "analyst", "modeler"],
  height: "22rem",
  frame: "card",
  view: ({ index, indexTitle, dataVersion }, lang) => {
    const w = cockpitWords[lang];
    const p = partsWords[lang];
    return {
      title: indexTitle.text[lang],
      subtitle: w.index.subtitle(formatPeriod(index.period, lang), index.title[lang]),
      footer: `${w.index.source(index.arrived, index.of)} · ${w.version(dataVersion)}`,
      method: <IndexMethod index={index} lang={lang} />,
      table: {
        caption: indexTitle.text[lang],
        columns: [
          { heading: w.index.month },
          { heading: w.index.value, align: "right" },
          { heading: w.index.zone },
          { heading: w.index.arrived, align: "right" },
        ],
        rows: index.history
          .toReversed()
          .map((h) => [
            formatPeriod(h.period, lang),
            h.value === null ? "" : formatNumber(h.value, 1),
            h.light === null ? p.noLight : p.lights[h.light],
            `${h.arrived}/${index.of}`,
          ]),
      },
    };
  },
  Body,
});

function Body({ data: { index } }: { data: CockpitView }) {
  const w = useWords(cockpitWords);
  const p = useWords(partsWords);
  const lang = useLang();
  const trail = index.history
    .slice(-1 - TRAIL, -1)
    .map((h) => h.value)
    .filter((v) => v !== null);
  const one = (v: number) => formatNumber(v, 1);
  return (
    <>
      <BandScale
        value={index.value}
        bounds={index.bounds}
        scale={index.scale}
        trail={trail}
        label={w.index.thisMonth(one(index.value))}
        description={w.index.description(
          one(index.value),
          p.lights[index.light],
          one(index.bounds[1]),
          one(index.bounds[2]),
          index.previous === null ? "—" : one(index.previous),
        )}
        format={boundText}
      />
      <div className="mt-1" style={{ height: LINE_HEIGHT }}>
        <Suspense fallback={<Skeleton height={LINE_HEIGHT} />}>
          <IndexLine index={index} height={LINE_HEIGHT} />
        </Suspense>
      </div>
      <p className="mt-2 text-[.9rem] text-ink2">{distanceText(index, lang)}</p>
    </>
  );
}

/** Bounds are whole or have two decimals (63.33); trailing zeros are noise on a scale. */
function boundText(bound: number): string {
  return formatNumber(bound, Number.isInteger(bound) ? 0 : 1);
}

/** How far to the next zones, and which members are nearest to a change of light. */
export function distanceText(index: WarningIndexView, lang: Lang): string {
  const w = cockpitWords[lang].index;
  const p = partsWords[lang];
  const one = (v: number) => formatNumber(Math.abs(v), 1);
  const normal = index.light === 3;
  const parts = [
    index.toDown === null ? "" : (normal ? w.toDown : w.toNextDown)(one(index.toDown)),
    index.toUp === null ? "" : (normal ? w.toUp : w.toNextUp)(one(index.toUp)),
  ].filter((x) => x !== "");
  const near = index.nearest.slice(0, 2).map((n) => {
    const step = formatChange(n.distance, n.unit, n.decimals, lang);
    return /[1-9]/.test(step.number)
      ? w.nearestItem(n.short[lang], step.text, p.lights[n.towards])
      : w.nearestAtBound(n.short[lang], p.lights[n.towards]);
  });
  const stop = lang === "zh" ? "。" : ". ";
  const and = lang === "zh" ? "，" : ", ";
  const open = index.history.at(-1);
  const range =
    open && open.min !== null && open.max !== null && open.max - open.min > 0.05
      ? w.range(formatNumber(open.min, 1), formatNumber(open.max, 1)) + stop
      : "";
  const distance = parts.length > 0 ? parts.join(and) + stop : "";
  return (
    range + distance + (near.length > 0 ? w.nearest + near.join(lang === "zh" ? "；" : "; ") + stop : "")
  );
}

function IndexMethod({ index, lang }: { index: WarningIndexView; lang: Lang }) {
  const w = cockpitWords[lang];
  return (
    <>
      <p>{w.presetHints[index.preset]}</p>
      <p className="mt-2">
        <b>{w.index.bounds}</b> {index.bounds.map((b) => formatNumber(b, 2)).join(" / ")}
      </p>
      {index.substituted.length > 0 && (
        <>
          <p className="mt-2 font-bold">{w.index.substituted}</p>
          <ul className="list-disc pl-4">
            {index.substituted.map((s) => (
              <li key={s.zh}>{s[lang]}</li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
