import type { Words } from "../../../models/indicators/indicator.ts";
import type { IsoDate } from "../../../models/series/date.ts";
import type { AlertSummary } from "./alerts.ts";
import type { LightRow, WarningIndexView } from "./lights.ts";
import type { Figure, Headline, Light, Passport } from "./passport.ts";
import type { ReleaseView } from "./sources.ts";

export interface KpiCard extends Figure {
  previous: number | null;
  previousPeriod: string | null;
  light: Light | null;
  /** The normal (green) band, where bounds exist. */
  band: [number, number] | null;
  spark: { periods: string[]; values: (number | null)[] };
  /** true when the figure is a forecast; then the model that made it and its 80 % interval. */
  forecast: { model: string; lower: number; upper: number } | null;
}

export interface ProvinceTiles {
  indicator: string;
  name: Words;
  unit: string;
  decimals: number;
  /** null where no year has figures of half the provinces. */
  period: string | null;
  vintage: IsoDate | null;
  source: Words;
  /** Middle green band used for the tiles and how it was set. */
  method: Words;
  tiles: {
    region: string;
    name: Words;
    short: Words;
    value: number | null;
    light: Light | null;
    reason: string | null;
    vintage: IsoDate | null;
  }[];
}

export interface CockpitView extends Passport {
  period: string;
  headline: Headline;
  indexTitle: Headline;
  lightsTitle: Headline;
  provincesTitle: Headline;
  index: WarningIndexView;
  lights: LightRow[];
  alerts: AlertSummary[];
  alertCounts: { open: number; newThisMonth: number; closedThisMonth: number; unfiredThisMonth: number };
  kpis: KpiCard[];
  provinces: ProvinceTiles;
  releases: ReleaseView[];
}
