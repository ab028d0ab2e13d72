import { createContext } from "react";
import type { Path } from "./searches.ts";

/**
 * Fetches a page's code ahead of a visit; provided by the router, which alone knows the pages (a link that knew them
 * would be imported by what it imports). Outside the router there is nothing to fetch.
 */
export const FetchCode = createContext<(path: Path) => void>(() => {});
