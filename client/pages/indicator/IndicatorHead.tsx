import { GitCompare } from "lucide-react";
import type { SeriesView } from "../../../server/routers/views.ts";
import { useShortcuts } from "../../api/useShortcuts.ts";
import { formatDate } from "../../format/formatDate.ts";
import { formatChange, formatFigure } from "../../format/formatFigure.ts";
import { formatGap } from "../../format/formatGap.ts";
import { formatNumber } from "../../format/formatNumber.ts";
import { formatPeriod } from "../../format/formatPeriod.ts";
import { Button } from "../../parts/Button.tsx";
import { Chip } from "../../parts/Chip.tsx";
import { LightChip } from "../../parts/LightChip.tsx";
import { Select } from "../../parts/Select.tsx";
import { SimulatedChip } from "../../parts/SimulatedChip.tsx";
import { Link } from "../../route/Link.tsx";
import { changeSearch, navigate } from "../../route/useRoute.ts";
import { indicatorWords } from "../../words/indicator.ts";
import { useLang, useWords } from "../../words/useWords.ts";
import { keyText, rememberedKeys, toggled } from "../workbench/basket.ts";

/** Name, light and the number line: value, period, changes in the right unit, percentile, next release. */
export function IndicatorHead({ view }: { view: SeriesView }) {
  const w = useWords(indicatorWords);
  const lang = useLang();
  const { indicator, region, regions, regionName } = view.meta;
  const light = view.lights?.findLast((l) => l.light !== null)?.light ?? null;

  const addToCompare = () => {
    const key = keyText({ indicator: indicator.id, region });
    const held = rememberedKeys();
    navigate({ to: "/workbench", search: { sel: held.includes(key) ? held : toggled(held, key) } });
  };
  useShortcuts({ c: addToCompare });

  return (
    <header>
      <nav aria-label={w.breadcrumb} className="text-[.86rem] text-ink3">
        <ol className="flex flex-wrap items-center gap-x-1.5">
          <li>
            <Link to="/workbench" className="link inline-block py-0.5">
              {w.library}
            </Link>
          </li>
          <li aria-hidden="true">›</li>
          <li>{indicator.short[lang]}</li>
          <li aria-hidden="true">›</li>
          <li aria-current="page" className="text-ink2">
            {regionName[lang]}
          </li>
        </ol>
      </nav>
      <div className="mt-1 flex flex-wrap items-center gap-x-3 gap-y-2">
        <h1 className="text-[1.5rem] leading-tight font-bold md:text-[1.75rem]">{indicator.name[lang]}</h1>
        {light !== null && <LightChip light={light} />}
        <code className="rounded bg-sunken px-1.5 text-[.82rem] text-ink2">{indicator.id}</code>
        {indicator.simulated && <SimulatedChip />}
        <div className="noprint flex flex-wrap items-center gap-2 md:ml-auto">
          {regions.length > 1 && (
            <Select
              label={w.region}
              value={region}
              options={regions.map((r) => ({ value: r.code, label: r.name[lang] }))}
              onChange={(code) => changeSearch({ region: code })}
            />
          )}
          <Button onClick={addToCompare}>
            <GitCompare size={15} aria-hidden="true" />
            {w.addToCompare}
          </Button>
        </div>
      </div>
      <NumberLine view={view} />
    </header>
  );
}

function NumberLine({ view }: { view: SeriesView }) {
  const w = useWords(indicatorWords);
  const lang = useLang();
  const { latest } = view;
  const { basis, measure } = view.meta.indicator;
  // A running total against the month before says how the year goes on, not how the economy does.
  const comparable = measure !== "ytd";
  if (latest.value === null) {
    return (
      <p className="mt-1 text-[.95rem] text-ink2">
        {latest.reason === null
          ? w.noLatest
          : formatGap(latest.reason, lang, latest.nextRelease?.date ?? null)}
      </p>
    );
  }
  const diff = (before: number): string =>
    formatChange((latest.value ?? 0) - before, latest.unit, latest.decimals, lang).text;
  const release = latest.nextRelease;
  return (
    <p className="num mt-1 flex flex-wrap items-baseline gap-x-4 gap-y-0.5 text-[.95rem] text-ink2">
      <b className="text-[1.4rem] leading-tight text-ink">
        {formatFigure(latest.value, latest.unit, latest.decimals, lang).text}
      </b>
      <span className="font-semibold text-ink">{formatPeriod(latest.period, lang, basis)}</span>
      {comparable && latest.previous !== null && latest.previousPeriod !== null && (
        <span>{w.vsPrevious(diff(latest.previous), formatPeriod(latest.previousPeriod, lang, basis))}</span>
      )}
      {latest.yearBefore !== null && <span>{w.vsYearBefore(diff(latest.yearBefore))}</span>}
      {latest.percentile !== null && (
        <span className="text-ink3">
          {w.percentile(latest.percentileYears, Number(formatNumber(latest.percentile, 0)))}
        </span>
      )}
      {release?.state === "due" && (
        <span className="text-ink3" title={release.basis === "publication-rule" ? w.byRule : undefined}>
          {w.nextRelease(formatDate(release.date, lang, "short"), release.time)}
        </span>
      )}
      {release?.state === "late" && (
        <Chip tone="late">{w.lateRelease(formatDate(release.date, lang, "short"))}</Chip>
      )}
    </p>
  );
}
