import { type RefObject, useLayoutEffect, useMemo, useState, useSyncExternalStore } from "react";
import { PALETTES } from "../theme/palette.ts";
import { useThemeName } from "../theme/useThemeName.ts";
import { useLang } from "../words/useWords.ts";
import type { ChartContext } from "./drawing.ts";

const COMPACT_BELOW = 560;

/** Theme, language, text size and room of a chart; changes when any of them does. */
export function useChartContext(host: RefObject<HTMLElement | null>): ChartContext {
  const theme = useThemeName();
  const locale = useLang();
  const root = useSyncExternalStore(watchRootSize, rootSize, () => 15);
  const [compact, setCompact] = useState(false);

  useLayoutEffect(() => {
    const node = host.current;
    if (!node) return;
    const measure = () => {
      // A hidden host has no width and says nothing of its room.
      if (node.clientWidth > 0) setCompact(node.clientWidth < COMPACT_BELOW * (rootSize() / 15));
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(node);
    return () => observer.disconnect();
  }, [host]);

  return useMemo(
    () => ({
      palette: PALETTES[theme],
      dark: theme === "dark",
      locale,
      fontSize: Math.round(root * 0.8),
      compact,
    }),
    [theme, locale, root, compact],
  );
}

function rootSize(): number {
  return Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 15;
}

function watchRootSize(listener: () => void): () => void {
  const observer = new MutationObserver(listener);
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ["data-size"] });
  addEventListener("resize", listener);
  return () => {
    observer.disconnect();
    removeEventListener("resize", listener);
  };
}
