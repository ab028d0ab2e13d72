import { useQuery } from "@tanstack/react-query";
import { useLive } from "../../api/liveEvents.ts";
import { Link } from "../../route/Link.tsx";
import { shellWords } from "../../words/shell.ts";
import { useLang, useWords } from "../../words/useWords.ts";
import { openAlertsQuery } from "./openAlertsQuery.ts";

/** The bell's two lists: what the server pushed, and what waits. */
export function AlertNews({ close }: { close(): void }) {
  const w = useWords(shellWords);
  const lang = useLang();
  const live = useLive();
  const { data } = useQuery(openAlertsQuery({}));
  const waiting = data?.total ?? 0;
  return (
    <div className="flex flex-col gap-2 text-[.9rem]">
      <h2 className="font-bold">{w.bell.title}</h2>
      {live.newest && <p>{w.bell.newData(live.newest.baseDate)}</p>}
      {live.alerts.length === 0 ? (
        <p className="text-ink3">{w.bell.empty}</p>
      ) : (
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
          <h2 className="mt-1 font-bold">{w.bell.waiting(waiting)}</h2>
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
