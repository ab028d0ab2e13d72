import { createTRPCOptionsProxy } from "@trpc/tanstack-react-query";
import type { AppRouter } from "../../server/routers/app.ts";
import { protocolClient } from "./client.ts";
import { queryClient } from "./queryClient.ts";

/**
 * The server's procedures, typed by its router: `useQuery(trpc.series.view.queryOptions({ indicator: "cpi.yoy" }))`.
 * A field renamed on the server is a compile error in the panel that reads it.
 */
export const trpc = createTRPCOptionsProxy<AppRouter>({ client: protocolClient(), queryClient });

/** A question nobody waits for any longer is taken back, in the browser and in the database behind it. */
export const TAKE_BACK = { trpc: { abortOnUnmount: true } } as const;
