import type { AnalysisStore } from "./analyses.ts";
import type { ForecastStore } from "./forecasts.ts";
import type { LoadStore, ReleaseStore } from "./loads.ts";
import type { ObservationStore } from "./observations.ts";
import type { AuditStore, SettingsStore, UserStore } from "./people.ts";
import type { RunStore } from "./runs.ts";
import type { SeriesDirectory } from "./series.ts";
import type { AlertStore, BoundsStore, SignalStore } from "./warnings.ts";

/** Everything that rests, opened together and closed together (`db/open.ts`). */
export interface Base {
  directory: SeriesDirectory;
  observations: ObservationStore;
  forecasts: ForecastStore;
  signals: SignalStore;
  analyses: AnalysisStore;
  loads: LoadStore;
  alerts: AlertStore;
  bounds: BoundsStore;
  runs: RunStore;
  audit: AuditStore;
  users: UserStore;
  releases: ReleaseStore;
  settings: SettingsStore;
  close(): Promise<void>;
}
