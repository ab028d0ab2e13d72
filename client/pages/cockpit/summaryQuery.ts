import { TAKE_BACK, trpc } from "../../api/trpc.ts";
import type { CockpitSearch } from "./search.ts";

/** The cockpit's one question to the server. */
export function summaryQuery({ preset = "nbs-10" }: CockpitSearch, asOf: { asOf?: string }) {
  return trpc.cockpit.summary.queryOptions({ ...asOf, preset }, TAKE_BACK);
}
