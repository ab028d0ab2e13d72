import { globalSearch, parseSearch } from "../api/searchParams.ts";
import { type Settings, settings } from "./settings.ts";

/** What the page looks like now: the link first, then the user's settings, then the machine's preference. */
export function appearanceOf(
  search: { theme?: "light" | "dark"; lang?: "zh" | "en" },
  own: Settings,
  prefersDark: boolean,
): { theme: "light" | "dark"; lang: "zh" | "en"; size: "normal" | "large" } {
  const system = prefersDark ? "dark" : "light";
  return {
    theme: search.theme ?? (own.theme === "system" ? system : own.theme),
    lang: search.lang ?? own.lang,
    size: own.size,
  };
}

/** Writes it on the root element, where the tokens, the charts and screen readers look for it. */
export function applyAppearance(
  search: { theme?: "light" | "dark"; lang?: "zh" | "en" } = globalSearch(parseSearch(location.search)),
  own: Settings = settings(),
): void {
  const now = appearanceOf(search, own, matchMedia("(prefers-color-scheme: dark)").matches);
  const root = document.documentElement;
  root.dataset.theme = now.theme;
  root.dataset.size = now.size;
  root.lang = now.lang === "zh" ? "zh-CN" : "en";
}

/** Paper is white: a dark page is printed in the light theme, its drawings too, and is dark again afterwards. */
export function printLight(): void {
  addEventListener("beforeprint", () => {
    document.documentElement.dataset.theme = "light";
  });
  addEventListener("afterprint", () => applyAppearance());
}
