import { lazy, type ReactNode, Suspense, useEffect, useState } from "react";
import { useLiveConnection } from "../../api/liveEvents.ts";
import { shellWords } from "../../words/shell.ts";
import { useWords } from "../../words/useWords.ts";
import { BottomBar } from "./BottomBar.tsx";
import { Header } from "./Header.tsx";

const fetchPalette = () => import("./CommandPalette.tsx");
const CommandPalette = lazy(() => fetchPalette().then((m) => ({ default: m.CommandPalette })));
/** Late enough not to compete with the first page, early enough for the first Ctrl K. */
const PALETTE_AFTER_MS = 2500;

/** The frame of every page for someone signed in. */
export function Shell({ children }: { children: ReactNode }) {
  const w = useWords(shellWords);
  const [searching, setSearching] = useState(false);
  useLiveConnection();
  useEffect(() => {
    // Fetched before it is asked for, so that what is typed right after Ctrl K reaches its box.
    const timer = setTimeout(() => void fetchPalette(), PALETTE_AFTER_MS);
    return () => clearTimeout(timer);
  }, []);
  useEffect(() => {
    const onKey = (e: KeyboardEvent) => {
      if ((e.ctrlKey || e.metaKey) && e.key.toLowerCase() === "k") {
        e.preventDefault();
        setSearching(true);
      }
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, []);
  return (
    <div className="min-h-screen">
      <a
        href="#main"
        className="sr-only z-50 rounded bg-surface px-3 py-2 focus:not-sr-only focus:absolute focus:top-2 focus:left-2"
      >
        {w.skip}
      </a>
      <Header onSearch={() => setSearching(true)} />
      <main id="main" tabIndex={-1} className="page-width pt-4 pb-24 outline-none md:pt-5 lg:pb-10">
        <Suspense>{children}</Suspense>
      </main>
      <BottomBar />
      {searching && (
        <Suspense>
          <CommandPalette onClose={() => setSearching(false)} />
        </Suspense>
      )}
    </div>
  );
}
