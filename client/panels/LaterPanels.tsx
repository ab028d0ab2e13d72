import { keepPreviousData, type UseQueryResult, useQuery } from "@tanstack/react-query";
import type { CockpitView } from "../../server/routers/views.ts";
import { TAKE_BACK, trpc } from "../api/trpc.ts";
import { useAsOf } from "../api/useAsOf.ts";
import { outlookWords } from "../words/outlook.ts";
import { useWords } from "../words/useWords.ts";
import { LATER_PANELS } from "./laterPanels.ts";
import { OUTLOOK_PANELS } from "./outlookPanels.ts";
import { PanelFrame } from "./PanelFrame.tsx";
import { columnsOf } from "./places.ts";

/** The outlook may take seconds for a day nobody has asked for: it has a question of its own, and no other panel waits. */
export function LaterPanels({ query }: { query: UseQueryResult<CockpitView, unknown> }) {
  const w = useWords(outlookWords);
  const asOf = useAsOf();
  const outlook = useQuery(
    trpc.cockpit.outlook.queryOptions(asOf, { ...TAKE_BACK, placeholderData: keepPreviousData }),
  );
  return (
    <>
      {OUTLOOK_PANELS.map((panel) => (
        <PanelFrame
          key={panel.id}
          panel={panel}
          query={outlook}
          className={columnsOf(panel.id)}
          waiting={asOf.asOf === undefined ? w.computingNow : w.computing}
        />
      ))}
      {LATER_PANELS.map((panel) => (
        <PanelFrame key={panel.id} panel={panel} query={query} className={columnsOf(panel.id)} />
      ))}
    </>
  );
}
