import type { CockpitView } from "../../server/routers/views.ts";
import type { Panel } from "./definePanel.ts";
import { growthFan } from "./growthFan.tsx";
import { indexMoves } from "./indexMoves.tsx";
import { lightsTable } from "./lightsTable.tsx";
import { mainIndicators } from "./mainIndicators.tsx";
import { nextReleases } from "./nextReleases.tsx";
import { provinceTiles } from "./provinceTiles.tsx";
import { topAlerts } from "./topAlerts.tsx";
import { warningIndex } from "./warningIndex.tsx";

/** Every panel of the cockpit, in reading order, with the columns (of twelve) it takes from desk to wall. */
export const COCKPIT_PANELS: readonly { panel: Panel<CockpitView>; place: string }[] = [
  { panel: warningIndex, place: "lg:col-span-7 wall:col-span-4" },
  { panel: topAlerts, place: "lg:col-span-5 wall:col-span-4" },
  { panel: mainIndicators, place: "lg:col-span-12 wall:order-2" },
  { panel: lightsTable, place: "xl:col-span-7 lg:col-span-12 wall:col-span-5 wall:order-2" },
  { panel: growthFan, place: "xl:col-span-5 lg:col-span-12 wall:col-span-4 wall:order-1" },
  { panel: provinceTiles, place: "lg:col-span-6 xl:col-span-5 wall:col-span-4 wall:order-2" },
  { panel: indexMoves, place: "lg:col-span-6 xl:col-span-4 wall:col-span-3 wall:order-2 wall:row-span-1" },
  { panel: nextReleases, place: "lg:col-span-12 xl:col-span-3 wall:col-span-12 wall:order-2" },
];
