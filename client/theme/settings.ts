import { useSyncExternalStore } from "react";

/** What a person sets once and keeps on this machine. What a link should carry is in the URL instead and wins. */
export interface Settings {
  lang: "zh" | "en";
  theme: "system" | "light" | "dark";
  size: "normal" | "large";
  /** Single-key shortcuts (J, K, E…) can be switched off (WCAG 2.1.4). */
  shortcuts: boolean;
  /** How a light is written beside its colour. */
  glyph: "character" | "symbol" | "number";
}

export const DEFAULT_SETTINGS: Settings = {
  lang: "zh",
  theme: "system",
  size: "normal",
  shortcuts: true,
  glyph: "character",
};

const KEY = "guanlan.settings";
const CHOICES: { [K in keyof Settings]: readonly Settings[K][] } = {
  lang: ["zh", "en"],
  theme: ["system", "light", "dark"],
  size: ["normal", "large"],
  shortcuts: [true, false],
  glyph: ["character", "symbol", "number"],
};

/** Reads stored settings; what is missing, unreadable or no longer offered falls back to its default. */
export function readSettings(stored: string | null): Settings {
  let found: unknown = null;
  try {
    found = stored === null ? null : JSON.parse(stored);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  const given = (typeof found === "object" && found !== null ? found : {}) as Record<string, unknown>;
  const choose = <K extends keyof Settings>(key: K): Settings[K] =>
    CHOICES[key].find((c) => c === given[key]) ?? DEFAULT_SETTINGS[key];
  return {
    lang: choose("lang"),
    theme: choose("theme"),
    size: choose("size"),
    shortcuts: choose("shortcuts"),
    glyph: choose("glyph"),
  };
}

let current: Settings | null = null;
const listeners = new Set<() => void>();

export function settings(): Settings {
  current ??= readSettings(globalThis.localStorage?.getItem(KEY) ?? null);
  return current;
}

export function changeSettings(change: Partial<Settings>): void {
  current = { ...settings(), ...change };
  localStorage.setItem(KEY, JSON.stringify(current));
  for (const listener of listeners) listener();
}

export function useSettings(): Settings {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    settings,
    () => DEFAULT_SETTINGS,
  );
}
