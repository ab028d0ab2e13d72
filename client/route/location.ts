import { type Destination, nextAddress } from "./nextAddress.ts";

export interface Place {
  pathname: string;
  /** With its question mark, or empty. */
  search: string;
  hash: string;
}

const listeners = new Set<(place: Place) => void>();

export function placeNow(): Place {
  const { pathname, search, hash } = window.location;
  return { pathname, search, hash };
}

/** Calls back at every move: by a link, by code, by the browser's own buttons. */
export function onMove(listener: (place: Place) => void): () => void {
  listeners.add(listener);
  const moved = () => listener(placeNow());
  window.addEventListener("popstate", moved);
  return () => {
    listeners.delete(listener);
    window.removeEventListener("popstate", moved);
  };
}

/** Goes to an address of this product. */
export function goTo(address: string, replace = false): void {
  const before = window.location.pathname;
  window.history[replace ? "replaceState" : "pushState"](null, "", address);
  const place = placeNow();
  for (const listener of listeners) listener(place);
  if (place.pathname !== before && place.hash === "") window.scrollTo(0, 0);
}

export function addressOf(destination: Destination): string {
  return nextAddress(window.location, destination);
}
