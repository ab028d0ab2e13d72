import type { Path } from "./searches.ts";

/** Pages that stand under another's entry of the navigation, though their address is not below it. */
export const SECTIONS: Readonly<Partial<Record<string, Path>>> = { "/risk": "/alerts" };
