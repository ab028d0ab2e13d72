import type { CockpitView } from "../../server/routers/views.ts";
import type { Panel } from "./definePanel.ts";
import { FIRST_PANELS } from "./firstPanels.ts";
import { LATER_PANELS } from "./laterPanels.ts";

/** Every panel of the cockpit, in reading order. */
export const COCKPIT_PANELS: readonly Panel<CockpitView>[] = [...FIRST_PANELS, ...LATER_PANELS];
