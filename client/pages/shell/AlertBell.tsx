import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Bell } from "lucide-react";
import { useState } from "react";
import { useLive } from "../../api/liveEvents.ts";
import { Popover } from "../../parts/Popover.tsx";
import { shellWords } from "../../words/shell.ts";
import { useLang, useWords } from "../../words/useWords.ts";
import { openAlertsQuery } from "./openAlertsQuery.ts";

/** What moved since one last looked, as the server pushes it, over what still waits for someone. */
export function AlertBell() {
  const w = useWords(shellWords);
  const lang = useLang();
  const live = useLive();
  const [seen, setSeen] = useState(0);
  const { data } = useQuery(openAlertsQuery({}));
  const unseen = live.alerts.filter((a) => a.at > seen).length;
  const waiting = data?.total ?? 0;
  const badge = unseen > 0 ? unseen : waiting;
  const label = unseen > 0 ? w.alertsBell(unseen) : w.bell.waiting(waiting);
  return (
    <Popover
      label={label}
      width="22rem"
      className="icon-btn relative"
      onOpen={() => setSeen(Date.now())}
      button={
        <>
          <Bell size={17} />
          {badge > 0 && (
            <span
              className="num absolute -top-1 -right-1 grid h-[1.15rem] min-w-[1.15rem] place-items-center rounded-full px-1 text-[.68rem] font-bold"
              style={
                unseen > 0
                  ? { background: "var(--l5)", color: "var(--on5)" }
                  : { background: "var(--ink)", color: "var(--bg)" }
              }
            >
              {badge > 99 ? "99+" : badge}
            </span>
          )}
        </>
      }
    >
      {(close) => (
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
            <span className="ml-auto text-[.8rem] text-ink3">
              {live.connected ? w.bell.live : w.bell.lost}
            </span>
          </p>
        </div>
      )}
    </Popover>
  );
}
