import { useSuspenseQuery } from "@tanstack/react-query";
import type { Me } from "../../server/routers/views.ts";
import { trpc } from "./trpc.ts";

/** Who is signed in. The route guard has already asked, so this never waits. */
export function useMe(): Me {
  return useSuspenseQuery({ ...trpc.auth.me.queryOptions(), staleTime: Number.POSITIVE_INFINITY }).data;
}
