import { civil } from "../../../models/series/date.ts";
import { spanOf } from "../../../models/series/period.ts";
import type { LightCell, SeriesView } from "../../../server/routers/views.ts";
import { formatFigure } from "../../format/formatFigure.ts";
import { formatGap } from "../../format/formatGap.ts";
import { formatNumber } from "../../format/formatNumber.ts";
import { formatPeriod } from "../../format/formatPeriod.ts";
import { formatUnit } from "../../format/formatUnit.ts";
import { Card } from "../../parts/Card.tsx";
import { LightLegend } from "../../parts/LightLegend.tsx";
import { SignalTable } from "../../parts/SignalTable.tsx";
import { indicatorWords } from "../../words/indicator.ts";
import { partsWords } from "../../words/parts.ts";
import { useLang, useWords } from "../../words/useWords.ts";
import { lightRun } from "./lightRun.ts";

const SHOWN = 13;

/** The lights of the last thirteen periods, and how long the present one has lasted. */
export function LightsCard({
  view,
  lights,
  bounds,
}: {
  view: SeriesView;
  lights: readonly LightCell[];
  bounds: readonly number[];
}) {
  const w = useWords(indicatorWords);
  const p = useWords(partsWords);
  const lang = useLang();
  const { indicator } = view.meta;
  const last = lights.findLastIndex((l) => l.light !== null);
  const shown = lights.slice(Math.max(0, last + 1 - SHOWN), last + 1);
  const run = lightRun(lights);
  const write = (v: number | null): string =>
    v === null ? "" : formatFigure(v, indicator.unit, indicator.decimals, lang).text;
  const month = (period: string, i: number) => {
    const end = civil(spanOf(period).end);
    const before = i === 0 ? null : civil(spanOf(shown[i - 1]?.period ?? period).end).year;
    const part =
      indicator.frequency === "Q"
        ? `Q${Math.ceil(end.month / 3)}`
        : lang === "zh"
          ? `${end.month}月`
          : String(end.month);
    return {
      key: period,
      year: before === end.year ? null : lang === "zh" ? `${String(end.year).slice(2)}年` : String(end.year),
      month: part,
      full: formatPeriod(period, lang, indicator.basis),
    };
  };
  return (
    <Card
      id="lights"
      title={run ? w.lights.title(indicator.short[lang], p.lights[run.light], run.periods) : w.lights.none}
      subtitle={w.lights.subtitle(
        `${bounds.map((b) => formatNumber(b, indicator.decimals)).join(" / ")} ${formatUnit(indicator.unit, lang)}`,
      )}
      footer={<LightLegend carried />}
      tools={false}
    >
      <section
        aria-label={w.lights.caption(indicator.short[lang])}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
        tabIndex={0}
        className="scroller"
      >
        <SignalTable
          caption={w.lights.caption(indicator.name[lang])}
          indicatorHeading={w.lights.indicator}
          latestHeading={w.lights.latest}
          columns={shown.map((c, i) => month(c.period, i))}
          rows={[
            {
              id: indicator.id,
              name: indicator.short[lang],
              latest: write(view.latest.value),
              cells: shown.map((c) => ({
                light: c.light,
                value: c.value === null ? "" : formatNumber(c.value, indicator.decimals),
                carried: c.carried,
                title: `${formatPeriod(c.period, lang, indicator.basis)} ${c.value === null ? formatGap(c.reason, lang) : write(c.value)}`,
              })),
            },
          ]}
        />
      </section>
    </Card>
  );
}
