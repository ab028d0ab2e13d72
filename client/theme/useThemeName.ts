import { useSyncExternalStore } from "react";
import type { ThemeName } from "./palette.ts";

/** The theme on the page now. The root element says it, so charts and pages agree whoever set it. */
export function useThemeName(): ThemeName {
  return useSyncExternalStore(watch, read, () => "light" as const);
}

function read(): ThemeName {
  return document.documentElement.dataset.theme === "dark" ? "dark" : "light";
}

function watch(listener: () => void): () => void {
  const observer = new MutationObserver(listener);
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ["data-theme"] });
  return () => observer.disconnect();
}
