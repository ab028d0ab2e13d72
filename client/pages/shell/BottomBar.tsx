import { useMe } from "../../api/useMe.ts";
import { Link } from "../../route/Link.tsx";
import { shellWords } from "../../words/shell.ts";
import { useWords } from "../../words/useWords.ts";
import { navFor } from "./navigation.ts";

/** The pages within reach of a thumb. */
export function BottomBar() {
  const w = useWords(shellWords);
  const me = useMe();
  return (
    <nav
      aria-label={w.bottomNav}
      className="noprint fixed inset-x-0 bottom-0 z-30 flex border-t border-line bg-surface pb-[env(safe-area-inset-bottom)] md:hidden"
    >
      {navFor(me).map((item) => (
        <Link
          key={item.id}
          to={item.to}
          nav={item.to === "/" ? "exact" : "under"}
          className="flex min-h-14 flex-1 flex-col items-center justify-center gap-0.5 text-[.76rem] text-ink2 aria-[current=page]:font-bold aria-[current=page]:text-accent"
        >
          <item.icon size={20} aria-hidden="true" />
          {w.nav[item.id]}
        </Link>
      ))}
    </nav>
  );
}
