import { type AnchorHTMLAttributes, type MouseEvent, useContext } from "react";
import { FetchCode } from "./FetchCode.ts";
import { goTo } from "./location.ts";
import type { Path } from "./searches.ts";
import { SECTIONS } from "./sections.ts";
import { hrefOf, type LinkTo, usePlace } from "./useRoute.ts";

export type LinkProps<P extends Path> = Omit<AnchorHTMLAttributes<HTMLAnchorElement>, "href"> &
  LinkTo<P> & {
    /** An entry of a navigation: says `aria-current="page"` on its own page, and with `under` on those below it. */
    nav?: "exact" | "under";
  };

/**
 * A link to a page of the product: a real address (open in a new tab, copy, middle click), without a reload, and
 * with the page's code fetched when the pointer comes near.
 */
export function Link<P extends Path>({ to, params, search, hash, nav, onClick, ...rest }: LinkProps<P>) {
  const { pathname } = usePlace();
  const href = hrefOf({ to, params, search, hash } as LinkTo<P>);
  const own = href.split(/[?#]/)[0] ?? "";
  const under = pathname.startsWith(`${own}/`) || SECTIONS[pathname] === own;
  const current = pathname === own || (nav === "under" && under);
  const fetchCode = useContext(FetchCode);
  const preload = () => fetchCode(to);
  return (
    <a
      {...(nav && current ? { "aria-current": "page" as const } : {})}
      {...rest}
      href={href}
      onPointerEnter={preload}
      onFocus={preload}
      onClick={(e) => {
        onClick?.(e);
        if (e.defaultPrevented || !plain(e) || (rest.target ?? "_self") !== "_self") return;
        e.preventDefault();
        goTo(href);
      }}
    />
  );
}

/** A click that means “go there”; with a key or another button the browser knows better. */
function plain(e: MouseEvent): boolean {
  return e.button === 0 && !e.metaKey && !e.ctrlKey && !e.shiftKey && !e.altKey;
}
