import type { CockpitView } from "../../server/routers/views.ts";
import type { Panel } from "./definePanel.ts";
import { mainIndicators } from "./mainIndicators.tsx";
import { topAlerts } from "./topAlerts.tsx";
import { warningIndex } from "./warningIndex.tsx";

/** What a leader sees without scrolling; it comes with the page. */
export const FIRST_PANELS: readonly Panel<CockpitView>[] = [warningIndex, topAlerts, mainIndicators];
