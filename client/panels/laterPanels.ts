import type { CockpitView } from "../../server/routers/views.ts";
import type { Panel } from "./definePanel.ts";
import { indexMoves } from "./indexMoves.tsx";
import { lightsTable } from "./lightsTable.tsx";
import { nextReleases } from "./nextReleases.tsx";
import { provinceTiles } from "./provinceTiles.tsx";

/** What lies below the first screen; fetched behind it, in one piece. */
export const LATER_PANELS: readonly Panel<CockpitView>[] = [
  lightsTable,
  indexMoves,
  provinceTiles,
  nextReleases,
];
