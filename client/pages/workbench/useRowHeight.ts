import { useSyncExternalStore } from "react";

const NARROW = "(max-width: 767px)";

/** Pixels of a row at the page's text size, and whether the page is a phone's. */
export function useRowHeight(): { height: number; narrow: boolean } {
  const narrow = useSyncExternalStore(
    watch,
    () => matchMedia(NARROW).matches,
    () => false,
  );
  const root = useSyncExternalStore(
    watch,
    () => Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 15,
    () => 15,
  );
  return { height: Math.round(root * (narrow ? 3.7 : 3.1)), narrow };
}

function watch(listener: () => void): () => void {
  const observer = new MutationObserver(listener);
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ["data-size"] });
  addEventListener("resize", listener);
  return () => {
    observer.disconnect();
    removeEventListener("resize", listener);
  };
}
