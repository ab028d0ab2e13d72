import type { CockpitView } from "../../server/routers/views.ts";
import { formatDate } from "../format/formatDate.ts";
import { formatFigure } from "../format/formatFigure.ts";
import { formatGap } from "../format/formatGap.ts";
import { formatNumber } from "../format/formatNumber.ts";
import { formatPeriod } from "../format/formatPeriod.ts";
import { formatUnit } from "../format/formatUnit.ts";
import { TileMap } from "../parts/TileMap.tsx";
import { TILE_LETTERS } from "../parts/tilePositions.ts";
import { hrefOf, navigate } from "../route/useRoute.ts";
import { cockpitWords } from "../words/cockpit.ts";
import { partsWords } from "../words/parts.ts";
import { useLang, useWords } from "../words/useWords.ts";
import { definePanel } from "./definePanel.ts";

/** One tile a province; each opens the province's series. */
export const provinceTiles = definePanel<CockpitView>({
  id: "provinces",
  title: { zh: "分省情况", en: "Provinces" },
  question: { zh: "哪些省份偏离？", en: "Which provinces stand out?" },
  audience: ["leader", "analyst"],
  height: "24rem",
  frame: "card",
  view: ({ provinces, provincesTitle }, lang) => {
    const w = cockpitWords[lang].provinces;
    const p = partsWords[lang];
    const published =
      provinces.vintage === null ? "" : ` · ${p.published(formatDate(provinces.vintage, lang))}`;
    return {
      title: provincesTitle.text[lang],
      ...(provinces.period === null
        ? { empty: { title: w.none, text: w.noneText } }
        : {
            subtitle: w.subtitle(
              provinces.name[lang],
              formatUnit(provinces.unit, lang),
              formatPeriod(provinces.period, lang),
            ),
          }),
      footer: `${w.note} · ${p.source}: ${provinces.source[lang]}${published}`,
      method: <p>{provinces.method[lang]}</p>,
      table: {
        caption: provincesTitle.text[lang],
        columns: [
          { heading: w.province },
          { heading: `${w.value} (${formatUnit(provinces.unit, lang)})`, align: "right" },
          { heading: w.light },
        ],
        rows: provinces.tiles
          .toSorted((a, b) => (b.value ?? Number.NEGATIVE_INFINITY) - (a.value ?? Number.NEGATIVE_INFINITY))
          .map((t) => [
            t.name[lang],
            t.value === null ? formatGap(t.reason, lang) : formatNumber(t.value, provinces.decimals),
            t.light === null ? "" : p.lights[t.light],
          ]),
      },
    };
  },
  Body,
});

function Body({ data: { provinces } }: { data: CockpitView }) {
  const w = useWords(cockpitWords).provinces;
  const p = useWords(partsWords);
  const lang = useLang();
  const to = (region: string) =>
    ({ to: "/indicator/$id", params: { id: provinces.indicator }, search: { region } }) as const;
  return (
    <TileMap
      label={w.label}
      onOpen={(region) => navigate(to(region))}
      tiles={provinces.tiles.map((t) => ({
        region: t.region,
        short: lang === "zh" ? t.short.zh : (TILE_LETTERS[t.region] ?? t.short.en),
        value: t.value === null ? "—" : formatNumber(t.value, provinces.decimals),
        light: t.light,
        href: hrefOf(to(t.region)),
        title: [
          t.name[lang],
          t.value === null
            ? formatGap(t.reason, lang)
            : formatFigure(t.value, provinces.unit, provinces.decimals, lang).text,
          ...(t.light === null ? [] : [p.lights[t.light]]),
        ].join(" · "),
      }))}
    />
  );
}
