import { useQuery } from "@tanstack/react-query";
import { useLive } from "../../api/liveEvents.ts";
import { useAsOf } from "../../api/useAsOf.ts";
import { Link } from "../../route/Link.tsx";
import { shellWords } from "../../words/shell.ts";
import { useLang, useWords } from "../../words/useWords.ts";
import { openAlertsQuery } from "./openAlertsQuery.ts";
import { waitingLabel } from "./waitingLabel.ts";

/** The bell's two lists: what the server pushed, and what waits; looking back, only what waited on that day. */
export function AlertNews({ close }: { close(): void }) {
  const w = useWords(shellWords);
  const lang = useLang();
  const live = useLive();
  const asOf = useAsOf();
  const past = asOf.asOf;
  const { data } = useQuery(openAlertsQuery(asOf));
  const waiting = data?.total ?? 0;
  return (
    <div className="flex flex-col gap-2 text-[.9rem]">
      <h2 className="font-bold">{past === undefined ? w.bell.title : w.bell.titleOn(past)}</h2>
      {live.newest && <p>{w.bell.newData(live.newest.baseDate)}</p>}
      {past !== undefined && waiting === 0 && <p className="text-ink3">{w.bell.quietOn}</p>}
      {past === undefined && live.alerts.length === 0 && <p className="text-ink3">{w.bell.empty}</p>}
      {past === undefined && live.alerts.length > 0 && (
        <ul>
          {live.alerts.slice(0, 6).map((a) => (
            <li key={`${a.alert}-${a.at}`} className="border-b border-line last:border-0">
              <Link
                to="/alerts"
                search={{ id: a.alert }}
                onClick={close}
                className="block py-1.5 hover:underline"
              >
                <b className="mr-1.5 text-ink2">{w.events[a.event]}</b>
                {a.title[lang]}
              </Link>
            </li>
          ))}
        </ul>
      )}
      {data !== undefined && data.items.length > 0 && (
        <>
          <h2 className="mt-1 font-bold">{waitingLabel(w.bell, waiting, asOf)}</h2>
          <ul>
            {data.items.map((a) => (
              <li key={a.id} className="border-b border-line last:border-0">
                <Link
                  to="/alerts"
                  search={{ id: a.id }}
                  onClick={close}
                  className="block py-1.5 hover:underline"
                >
                  {lang === "zh" ? a.titleZh : a.titleEn}
                </Link>
              </li>
            ))}
          </ul>
        </>
      )}
      <p className="flex items-center gap-3">
        <Link to="/alerts" onClick={close} className="link">
          {w.bell.all}
        </Link>
        <span className="ml-auto text-[.8rem] text-ink3">{live.connected ? w.bell.live : w.bell.lost}</span>
      </p>
    </div>
  );
}
