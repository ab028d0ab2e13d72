import type { NowcastRecordView } from "../../../server/routers/views.ts";
import { formatNumber } from "../../format/formatNumber.ts";
import { Chip } from "../../parts/Chip.tsx";
import { Scroller } from "../../parts/Scroller.tsx";
import { forecastWords } from "../../words/forecast.ts";
import { useWords } from "../../words/useWords.ts";

type Stage = NowcastRecordView["samples"][number]["stages"][number];
const right = { textAlign: "right" as const };
const two = (v: number): string => formatNumber(v, 2);

/** Errors of the nowcast beside its benchmarks, by distance to publication; the test and the autoregression are not a leader's. */
export function RecordTable({ stages, leader }: { stages: readonly Stage[]; leader: boolean }) {
  const w = useWords(forecastWords);
  const r = w.record;
  const c = r.columns;
  return (
    <Scroller label={r.scroll}>
      <table className="table num">
        <caption className="sr-only">{r.table}</caption>
        <thead className="whitespace-nowrap">
          <tr>
            <th scope="col">{c.stage}</th>
            {[c.rmse, c.naive, c.relative].map((heading) => (
              <th key={heading} scope="col" style={right}>
                {heading}
              </th>
            ))}
            <th scope="col" className="pl-3">
              {c.standing}
            </th>
            {[...(leader ? [] : [c.autoregression, c.p]), c.coverage, c.periods].map((heading) => (
              <th key={heading} scope="col" style={right}>
                {heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="whitespace-nowrap">
          {stages.map((s) => (
            <tr key={s.daysBefore}>
              <th scope="row">{r.days(s.daysBefore)}</th>
              <td className="r font-bold">{two(s.nowcast.rmse)}</td>
              <td className="r text-ink2">{two(s.against.naive.rmse)}</td>
              <td className="r">{two(s.nowcast.rmse / s.against.naive.rmse)}</td>
              <td className="pl-3">
                <Chip tone={s.standing === "passed" ? "accent" : s.standing === "too-few" ? "plain" : "late"}>
                  {r.standings[s.standing]}
                </Chip>
              </td>
              {!leader && (
                <>
                  <td className="r text-ink2">{two(s.against.autoregression.rmse)}</td>
                  <td className="r">{s.against.naive.p === null ? "—" : two(s.against.naive.p)}</td>
                </>
              )}
              <td className="r">{formatNumber(s.coverage80, 0)}%</td>
              <td className="r text-ink2">{formatNumber(s.n, 0)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroller>
  );
}
