import type { Locale } from "../format/locale.ts";
import type { Palette } from "../theme/palette.ts";

/** An ECharts option without functions of the DOM: the same in a browser and in an SVG drawn on a server. */
export type ChartOption = Readonly<Record<string, unknown>>;

/** What a builder may know of where its drawing will hang. */
export interface ChartContext {
  palette: Palette;
  dark: boolean;
  locale: Locale;
  /** Pixels of axis text; follows the page's text size. */
  fontSize: number;
  /** Under some 560 px: short end labels, and a key in words above the drawing. */
  compact: boolean;
}

/** The same figures as a table: for screen readers, keyboards, CSV and doubters. */
export interface Twin {
  caption: string;
  /** Heading of the first column, e.g. 时期. */
  head: string;
  columns: readonly string[];
  rows: readonly TwinRow[];
}
export interface TwinRow {
  head: string;
  /** As people read them: number and unit, or why there is none. */
  cells: readonly string[];
  /** Unrounded, for files; the period as a machine reads it. */
  period: string;
  raw: readonly RawCell[];
}
/** A figure, an interval, or nothing. */
export type RawCell = number | readonly [lower: number, upper: number] | null;

/** One line of the key that stands above a compact drawing of several series. */
export interface ChartKey {
  name: string;
  color: string;
  dash: readonly number[] | null;
}

export interface Drawing {
  option: ChartOption;
  twin: Twin;
  keys: readonly ChartKey[];
  /** Show the key on wide drawings too: their lines cannot be named where they end. */
  keysAlways?: boolean;
  /** Points drawn: decides between SVG and canvas. */
  points: number;
  /** Twin row → where the reader's cursor goes: [series index, data index]; null where nothing is drawn. */
  cursor: (row: number) => readonly [series: number, index: number] | null;
}

/** A pure builder: data in, drawing out. */
export type Draw = (context: ChartContext) => Drawing;
