import type { TRPCOptionsProxy } from "@trpc/tanstack-react-query";
import type { AppRouter } from "../../server/routers/app.ts";
import { call } from "./call.ts";
import { procedureProxy } from "./procedures.ts";

/**
 * The server's procedures, typed by its router: `useQuery(trpc.series.view.queryOptions({ indicator: "cpi.yoy" }))`.
 * A field renamed on the server is a compile error in the panel that reads it.
 */
export const trpc = procedureProxy(call) as TRPCOptionsProxy<AppRouter>;
