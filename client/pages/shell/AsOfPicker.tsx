import { useQuery } from "@tanstack/react-query";
import { CalendarClock } from "lucide-react";
import { lazy, Suspense } from "react";
import { Popover } from "../../parts/Popover.tsx";
import { changeSearch, useGlobalSearch } from "../../route/useRoute.ts";
import { shellWords } from "../../words/shell.ts";
import { useWords } from "../../words/useWords.ts";
import { openAlertsQuery } from "./openAlertsQuery.ts";

const AsOfForm = lazy(() => import("./AsOfForm.tsx").then((m) => ({ default: m.AsOfForm })));

/** 回看当时: choose the day whose knowledge every page shows. */
export function AsOfPicker() {
  const w = useWords(shellWords);
  const { asof } = useGlobalSearch();
  const { data } = useQuery(openAlertsQuery({}));
  const base = data?.baseDate;
  return (
    <Popover
      label={asof === undefined ? w.asOf.open : `${w.asOf.open} ${asof}`}
      className="btn"
      width="20rem"
      button={
        <>
          <CalendarClock size={15} />
          <span className="hidden sm:inline">{asof ?? w.asOf.open}</span>
        </>
      }
    >
      {(close) => (
        <Suspense>
          <AsOfForm
            base={base}
            asof={asof}
            onChoose={(day) => {
              changeSearch({ asof: day === base ? undefined : day });
              close();
            }}
          />
        </Suspense>
      )}
    </Popover>
  );
}
