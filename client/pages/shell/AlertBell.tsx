import { useQuery } from "@tanstack/react-query";
import { Bell } from "lucide-react";
import { lazy, Suspense, useState } from "react";
import { useLive } from "../../api/liveEvents.ts";
import { useAsOf } from "../../api/useAsOf.ts";
import { Popover } from "../../parts/Popover.tsx";
import { shellWords } from "../../words/shell.ts";
import { useWords } from "../../words/useWords.ts";
import { openAlertsQuery } from "./openAlertsQuery.ts";
import { waitingLabel } from "./waitingLabel.ts";

const AlertNews = lazy(() => import("./AlertNews.tsx").then((m) => ({ default: m.AlertNews })));

/** What moved since one last looked, as the server pushes it, over what still waits for someone; looking back, what waited on that day. */
export function AlertBell() {
  const w = useWords(shellWords);
  const live = useLive();
  const [seen, setSeen] = useState(0);
  const asOf = useAsOf();
  const { data } = useQuery(openAlertsQuery(asOf));
  // What moves now is no news of a day gone by.
  const unseen = asOf.asOf === undefined ? live.alerts.filter((a) => a.at > seen).length : 0;
  const waiting = data?.total ?? 0;
  const badge = unseen > 0 ? unseen : waiting;
  const label = unseen > 0 ? w.alertsBell(unseen) : waitingLabel(w.bell, waiting, asOf);
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
        <Suspense>
          <AlertNews close={close} />
        </Suspense>
      )}
    </Popover>
  );
}
