import { createTRPCClient, httpBatchStreamLink } from "@trpc/client";
import { createTRPCOptionsProxy } from "@trpc/tanstack-react-query";
import type { AppRouter } from "../../server/routers/app.ts";
import { queryClient } from "./queryClient.ts";

/**
 * Calls one tick apart travel together and stream back, each as it is ready: the headline does not wait for the map.
 * Reads are GET, so caches in between may keep them; the limits keep a batch's address readable to every proxy.
 */
export const trpcClient = createTRPCClient<AppRouter>({
  links: [httpBatchStreamLink({ url: "/api/trpc", maxURLLength: 8000, maxItems: 50 })],
});

/** `useQuery(trpc.series.view.queryOptions({ indicator: "cpi.yoy" }))` */
export const trpc = createTRPCOptionsProxy<AppRouter>({ client: trpcClient, queryClient });
