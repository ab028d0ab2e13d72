import { Link } from "../../route/Link.tsx";
import { useWords } from "../../words/useWords.ts";
import { warningTabsWords } from "../../words/warningTabs.ts";

const TAB =
  "inline-flex min-h-9 shrink-0 items-center border-b-2 border-transparent px-3 text-[.92rem] text-ink2 aria-[current=page]:border-accent aria-[current=page]:font-bold aria-[current=page]:text-accent";

/** The two pages of early warning: what has fired, and what models hold likely. */
export function WarningTabs() {
  const w = useWords(warningTabsWords);
  return (
    <nav aria-label={w.label} className="noprint mb-3 flex gap-1 border-b border-line">
      <Link to="/alerts" nav="exact" className={TAB}>
        {w.alerts}
      </Link>
      <Link to="/risk" nav="exact" className={TAB}>
        {w.risk}
      </Link>
    </nav>
  );
}
