import { TAKE_BACK, trpc } from "../../api/trpc.ts";
import type { CycleSearch } from "./search.ts";

/** The page's one question to the server. */
export function viewQuery({ method = "oecd", lights = "nbs-10" }: CycleSearch, asOf: { asOf?: string }) {
  return trpc.cycle.view.queryOptions({ ...asOf, method, lights }, TAKE_BACK);
}
