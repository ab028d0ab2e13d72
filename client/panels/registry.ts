import type { CockpitView, OutlookView } from "../../server/routers/views.ts";
import type { Panel } from "./definePanel.ts";
import { FIRST_PANELS } from "./firstPanels.ts";
import { LATER_PANELS } from "./laterPanels.ts";
import { OUTLOOK_PANELS } from "./outlookPanels.ts";

/** Every panel of the cockpit, in reading order. */
export const COCKPIT_PANELS: readonly (Panel<CockpitView> | Panel<OutlookView>)[] = [
  ...FIRST_PANELS,
  ...OUTLOOK_PANELS,
  ...LATER_PANELS,
];
