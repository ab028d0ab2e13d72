import type { Words } from "../../../models/indicators/indicator.ts";
import type { IsoDate } from "../../../models/series/date.ts";
import type { Figure, Light, PresetId } from "./passport.ts";

export interface LightCell {
  period: string;
  light: Light | null;
  value: number | null;
  /** The month had no figure and the last light is carried: hollow marker. */
  carried: boolean;
  reason: string | null;
}

export interface LightRow {
  indicator: string;
  name: Words;
  short: Words;
  unit: string;
  decimals: number;
  weight: number;
  bounds: [number, number, number, number];
  boundsMethod: Words;
  boundsFrom: IsoDate;
  /** Set where the preset's own member is not in the base: what stands in for what. */
  substitutes: Words | null;
  latest: Figure;
  cells: LightCell[];
}

export interface IndexPoint {
  period: string;
  value: number | null;
  light: Light | null;
  /** Lowest and highest the index can be while members are missing; equal when all have arrived. */
  min: number | null;
  max: number | null;
  arrived: number;
}

export interface WarningIndexView {
  preset: PresetId;
  title: Words;
  of: number;
  period: string;
  value: number;
  previous: number | null;
  light: Light;
  bounds: [number, number, number, number];
  scale: [number, number];
  arrived: number;
  monthsInZone: number;
  history: IndexPoint[];
  contributions: {
    indicator: string;
    short: Words;
    light: Light;
    weight: number;
    points: number;
    change: number | null;
  }[];
  /** Points (of the index) to the next zone up and down. */
  toUp: number | null;
  toDown: number | null;
  /** For single members: how far the figure is from its next bound, in its own unit. */
  nearest: {
    indicator: string;
    short: Words;
    unit: string;
    decimals: number;
    distance: number;
    towards: Light;
  }[];
  substituted: Words[];
}
