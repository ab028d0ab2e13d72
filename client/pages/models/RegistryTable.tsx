import type { ModelRow } from "../../../server/routers/views.ts";
import { formatInstant } from "../../format/formatDate.ts";
import { formatNumber } from "../../format/formatNumber.ts";
import { formatWords } from "../../format/formatWords.ts";
import { Chip } from "../../parts/Chip.tsx";
import { Scroller } from "../../parts/Scroller.tsx";
import { Link } from "../../route/Link.tsx";
import { modelsWords } from "../../words/models.ts";
import { useLang, useWords } from "../../words/useWords.ts";

/** Every registered model with how it did on the whole; best against naive first, candidates after those that run by themselves. */
export function RegistryTable({ models, linked }: { models: readonly ModelRow[]; linked: boolean }) {
  const w = useWords(modelsWords);
  const lang = useLang();
  const r = w.registry;
  // Candidates were tried on few targets: their averages are no rank among the others.
  const rows = [...models].sort(
    (a, b) =>
      Number(b.daily) - Number(a.daily) || (a.meanRelative ?? Infinity) - (b.meanRelative ?? Infinity),
  );
  const number = (v: number | null, decimals: number, unit = ""): string =>
    v === null ? "—" : formatNumber(v, decimals) + unit;
  const right = { textAlign: "right" as const };
  return (
    <Scroller label={r.scroll}>
      <table className="table num">
        <caption className="sr-only">{r.scroll}</caption>
        <thead className="whitespace-nowrap">
          <tr>
            <th scope="col">{r.name}</th>
            <th scope="col" style={right}>
              {r.gate}
            </th>
            <th scope="col" style={right}>
              {r.relative}
            </th>
            <th scope="col" style={right}>
              {r.mase}
            </th>
            <th scope="col" style={right}>
              {r.coverage}
            </th>
            <th scope="col" className="pl-4">
              {r.frequencies}
            </th>
            <th scope="col">{r.source}</th>
            <th scope="col">{r.version}</th>
            <th scope="col">{r.lastRun}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((m) => (
            <tr key={m.id}>
              <th scope="row" className="min-w-[14rem]">
                {linked ? (
                  <Link
                    to="/models/$id"
                    params={{ id: m.id }}
                    className="link inline-block py-0.5 font-semibold"
                  >
                    {m.title[lang]}
                  </Link>
                ) : (
                  <b className="text-ink">{m.title[lang]}</b>
                )}
                <span className="block text-[.8rem] font-normal text-ink3">{m.summary[lang]}</span>
              </th>
              <td className="r whitespace-nowrap">
                {formatNumber(m.passed, 0)} / {formatNumber(m.targets, 0)}
              </td>
              <td className="r font-bold">{number(m.meanRelative, 2)}</td>
              <td className="r">{number(m.meanMase, 2)}</td>
              <td className="r">{number(m.coverage80, 0, "%")}</td>
              <td className="pl-4 whitespace-nowrap">
                {m.frequencies.map((f) => formatWords(lang).frequency[f]).join(lang === "zh" ? "、" : ", ")}
              </td>
              <td className="whitespace-nowrap">
                {r.sources[m.source]} {!m.daily && <Chip>{r.candidate}</Chip>}
              </td>
              <td>{m.version}</td>
              <td className="whitespace-nowrap">
                {m.lastRun === null ? <span className="text-ink3">{r.never}</span> : formatInstant(m.lastRun)}{" "}
                {m.lastOutcome !== null && m.lastOutcome !== "done" && (
                  <Chip tone={m.lastOutcome === "failed" ? "danger" : "accent"}>
                    {r.outcomes[m.lastOutcome]}
                  </Chip>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroller>
  );
}
