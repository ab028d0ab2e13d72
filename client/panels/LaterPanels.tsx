import type { UseQueryResult } from "@tanstack/react-query";
import type { CockpitView } from "../../server/routers/views.ts";
import { LATER_PANELS } from "./laterPanels.ts";
import { PanelFrame } from "./PanelFrame.tsx";
import { columnsOf } from "./places.ts";

export function LaterPanels({ query }: { query: UseQueryResult<CockpitView, unknown> }) {
  return LATER_PANELS.map((panel) => (
    <PanelFrame key={panel.id} panel={panel} query={query} className={columnsOf(panel.id)} />
  ));
}
