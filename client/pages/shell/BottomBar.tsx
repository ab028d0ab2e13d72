import { Menu } from "lucide-react";
import { useMe } from "../../api/useMe.ts";
import { Popover } from "../../parts/Popover.tsx";
import { Link } from "../../route/Link.tsx";
import { usePlace } from "../../route/useRoute.ts";
import { shellWords } from "../../words/shell.ts";
import { useWords } from "../../words/useWords.ts";
import { type NavItem, navFor } from "./navigation.ts";

/** Places in the bar: more and a thumb misses them. */
const PLACES = 5;
const PLACE = "flex min-h-14 w-full flex-col items-center justify-center gap-0.5 text-[.76rem]";
const CURRENT = "aria-[current=page]:font-bold aria-[current=page]:text-accent";

/** The pages within reach of a thumb; those that find no place are behind the last. */
export function BottomBar() {
  const w = useWords(shellWords);
  const me = useMe();
  const items = navFor(me);
  const shown = items.length <= PLACES ? items : items.slice(0, PLACES - 1);
  const rest = items.slice(shown.length);
  return (
    <nav
      aria-label={w.bottomNav}
      className="noprint fixed inset-x-0 bottom-0 z-30 flex border-t border-line bg-surface pb-[env(safe-area-inset-bottom)] lg:hidden"
    >
      {shown.map((item) => (
        <div key={item.id} className="min-w-0 flex-1">
          <Link
            to={item.to}
            nav={item.to === "/" ? "exact" : "under"}
            className={`${PLACE} ${CURRENT} text-ink2`}
          >
            <item.icon size={20} aria-hidden="true" />
            {w.nav[item.id]}
          </Link>
        </div>
      ))}
      {rest.length > 0 && <MorePages items={rest} />}
    </nav>
  );
}

function MorePages({ items }: { items: readonly NavItem[] }) {
  const w = useWords(shellWords);
  const { pathname } = usePlace();
  const here = items.some((item) => pathname === item.to || pathname.startsWith(`${item.to}/`));
  return (
    <div className="min-w-0 flex-1">
      <Popover
        above
        label={w.morePages}
        width="11rem"
        className={`${PLACE} ${here ? "font-bold text-accent" : "text-ink2"}`}
        button={
          <>
            <Menu size={20} aria-hidden="true" />
            {w.more}
          </>
        }
      >
        {(close) => (
          <ul className="flex flex-col">
            {items.map((item) => (
              <li key={item.id}>
                <Link
                  to={item.to}
                  nav="under"
                  onClick={close}
                  className={`flex min-h-11 items-center gap-2.5 rounded px-2 text-[.95rem] ${CURRENT}`}
                >
                  <item.icon size={18} aria-hidden="true" />
                  {w.nav[item.id]}
                </Link>
              </li>
            ))}
          </ul>
        )}
      </Popover>
    </div>
  );
}
