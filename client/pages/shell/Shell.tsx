import { Link, Outlet } from "@tanstack/react-router";
import { shellWords } from "../../words/shell.ts";
import { useWords } from "../../words/useWords.ts";

export function Shell() {
  const w = useWords(shellWords);
  return (
    <div className="min-h-screen">
      <nav aria-label={w.mainNav}>
        <Link to="/">{w.nav.cockpit}</Link>
      </nav>
      <main id="main" className="mx-auto max-w-[1400px] px-4 pt-4 pb-24 md:px-5 md:pb-10">
        <Outlet />
      </main>
    </div>
  );
}
