import { type ComponentType, lazy, type ReactNode, startTransition, useLayoutEffect, useState } from "react";
import { FetchCode } from "./FetchCode.ts";
import { onMove, type Place, placeNow } from "./location.ts";
import { matchPath } from "./match.ts";
import { ROUTES } from "./routes.ts";
import { PATHS, type Path } from "./searches.ts";
import { PlaceContext } from "./useRoute.ts";

export interface Matched {
  path: Path;
  open: boolean;
  Page: ComponentType;
}

const pages = new Map<Path, ComponentType>();

/** The lazy component of a path; a page whose code could not be fetched is fetched anew at the next visit. */
function pageAt(path: Path): ComponentType {
  let page = pages.get(path);
  if (page === undefined) {
    page = lazy(() =>
      ROUTES[path].load().then(
        (component) => ({ default: component }),
        (error: unknown) => {
          pages.delete(path);
          throw error;
        },
      ),
    );
    pages.set(path, page);
  }
  return page;
}

function fetchCode(path: Path): void {
  void ROUTES[path].load();
}

export function matchedAt(pathname: string): Matched | null {
  const path = PATHS.find((p) => matchPath(p, pathname) !== null);
  return path === undefined ? null : { path, open: ROUTES[path].open === true, Page: pageAt(path) };
}

/** Follows the address. A move is a transition: the page one leaves stays until the next one is here. */
export function Router({ children }: { children(matched: Matched | null, place: Place): ReactNode }) {
  const [place, setPlace] = useState(placeNow);
  // Before any effect of a page: a page that sends elsewhere as soon as it is drawn must be heard.
  useLayoutEffect(() => onMove((to) => startTransition(() => setPlace(to))), []);
  return (
    <FetchCode value={fetchCode}>
      <PlaceContext value={place}>{children(matchedAt(place.pathname), place)}</PlaceContext>
    </FetchCode>
  );
}
