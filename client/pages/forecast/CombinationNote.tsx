import type { ForecastTable } from "../../../server/routers/views.ts";
import { formatDate } from "../../format/formatDate.ts";
import { formatNumber } from "../../format/formatNumber.ts";
import { changeUnit, joinUnit } from "../../format/formatUnit.ts";
import { forecastWords } from "../../words/forecast.ts";
import { useLang, useWords } from "../../words/useWords.ts";

/** What the combination is made of, how its weights come about and the errors behind them; or why that is not known. */
export function CombinationNote({
  combination: c,
  unit,
  leader,
}: {
  combination: NonNullable<ForecastTable["combination"]>;
  /** Of the indicator. */
  unit: string;
  leader: boolean;
}) {
  const m = useWords(forecastWords).models;
  const lang = useLang();
  const w = m.combination;
  if (c.why)
    return (
      <p className="mt-2 text-[.84rem] text-ink2">
        {c.modelTitle[lang]}
        {lang === "zh" ? "：" : ": "}
        {c.why[lang]}
      </p>
    );
  const share = (weight: number): string => `${formatNumber(100 * weight, 0)}%`;
  const comma = lang === "zh" ? "，" : ", ";
  const parts = [
    ...c.members.map((x) => `${x.modelTitle[lang]} ${share(x.weight)}`),
    ...(c.withheld > 0 ? [w.rest(share(c.withheld))] : []),
  ].join(comma);
  const bases = c.members.flatMap((x) =>
    x.rmse === null
      ? []
      : [w.basis(x.modelTitle[lang], joinUnit(formatNumber(x.rmse, 2), changeUnit(unit), lang), x.errors)],
  );
  return (
    <p className="num mt-2 max-w-[72rem] text-[.84rem] leading-relaxed text-ink2">
      {w.lead(c.modelTitle[lang], parts, c.madeAsOf === null ? m.same : formatDate(c.madeAsOf, lang))} {w.how}{" "}
      {!leader && bases.length > 0 && w.bases(bases.join(comma))}
    </p>
  );
}
