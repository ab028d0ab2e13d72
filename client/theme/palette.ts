/**
 * The colours charts need as values: an SVG drawn on the server has no CSS variables to read.
 * tokens.css carries the same values for everything that is HTML; palette.test.ts holds the two together.
 */
export type ThemeName = "light" | "dark";

/** A light of the five-colour signal: 1 过冷 · 2 偏冷 · 3 正常 · 4 偏热 · 5 过热. */
export type LightLevel = 1 | 2 | 3 | 4 | 5;
export const LIGHT_LEVELS: readonly LightLevel[] = [1, 2, 3, 4, 5];

export interface Palette {
  bg: string;
  surface: string;
  sunken: string;
  line: string;
  ink: string;
  ink2: string;
  ink3: string;
  accent: string;
  accentbg: string;
  danger: string;
  /** Grid lines of charts: fainter than `line`. */
  grid: string;
  lights: Readonly<Record<LightLevel, string>>;
  /** Text upon each light. */
  on: Readonly<Record<LightLevel, string>>;
  /** Series colours, in the order they are given out; beyond six use small multiples. */
  series: readonly string[];
}

export const PALETTES: Readonly<Record<ThemeName, Palette>> = {
  light: {
    bg: "#f4f5f7",
    surface: "#ffffff",
    sunken: "#eef0f3",
    line: "#dde1e7",
    ink: "#14181f",
    ink2: "#3e4856",
    ink3: "#5a6675",
    accent: "#3f3fa0",
    accentbg: "#ececf8",
    danger: "#b71f14",
    grid: "#e9ecf0",
    lights: { 1: "#1f5fa8", 2: "#6faee6", 3: "#e3f1da", 4: "#efa91b", 5: "#b71f14" },
    on: { 1: "#ffffff", 2: "#14181f", 3: "#2c5b36", 4: "#14181f", 5: "#ffffff" },
    series: ["#1d2b3f", "#c77a1b", "#0e7c86", "#3f3fa0", "#7a4b2a", "#4a8fe7"],
  },
  dark: {
    bg: "#0b121d",
    surface: "#111b29",
    sunken: "#0e1622",
    line: "#24324a",
    ink: "#eef3fa",
    ink2: "#c2cedd",
    ink3: "#93a4b8",
    accent: "#a5a8f5",
    accentbg: "#20264a",
    danger: "#ff8a80",
    grid: "#1b2739",
    lights: { 1: "#336ec6", 2: "#8cc8f5", 3: "#1e4733", 4: "#ffd466", 5: "#f2564a" },
    on: { 1: "#ffffff", 2: "#14181f", 3: "#b9e2c8", 4: "#14181f", 5: "#14181f" },
    series: ["#e8eef7", "#f0a94b", "#4fc3cc", "#a5a8f5", "#b07a55", "#3b82d9"],
  },
};

/** Named explicitly: a generic fallback can pick Japanese forms of Chinese characters. */
export const FONT_FAMILY =
  '"PingFang SC","Microsoft YaHei UI","Microsoft YaHei","Noto Sans CJK SC","Source Han Sans SC",system-ui,sans-serif';

/** One character and one symbol a light: colour is never the only carrier. */
export const LIGHT_GLYPH: Readonly<Record<LightLevel, { zh: string; en: string; symbol: string }>> = {
  1: { zh: "冷", en: "−−", symbol: "▽▽" },
  2: { zh: "凉", en: "−", symbol: "▽" },
  3: { zh: "稳", en: "·", symbol: "●" },
  4: { zh: "暖", en: "+", symbol: "▲" },
  5: { zh: "热", en: "++", symbol: "▲▲" },
};
