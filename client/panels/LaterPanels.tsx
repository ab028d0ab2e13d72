import { keepPreviousData, type UseQueryResult, useQuery } from "@tanstack/react-query";
import type { CockpitView } from "../../server/routers/views.ts";
import { TAKE_BACK, trpc } from "../api/trpc.ts";
import { useAsOf } from "../api/useAsOf.ts";
import { LATER_PANELS } from "./laterPanels.ts";
import { OUTLOOK_PANELS } from "./outlookPanels.ts";
import { PanelFrame } from "./PanelFrame.tsx";
import { columnsOf } from "./places.ts";

/** The outlook may take seconds for a day nobody has asked for: it has a question of its own, and no other panel waits. */
export function LaterPanels({ query }: { query: UseQueryResult<CockpitView, unknown> }) {
  const outlook = useQuery(
    trpc.cockpit.outlook.queryOptions(useAsOf(), { ...TAKE_BACK, placeholderData: keepPreviousData }),
  );
  return (
    <>
      {OUTLOOK_PANELS.map((panel) => (
        <PanelFrame key={panel.id} panel={panel} query={outlook} className={columnsOf(panel.id)} />
      ))}
      {LATER_PANELS.map((panel) => (
        <PanelFrame key={panel.id} panel={panel} query={query} className={columnsOf(panel.id)} />
      ))}
    </>
  );
}
