import { createTRPCUntypedClient, httpLink, TRPCClientError, type TRPCUntypedClient } from "@trpc/client";
import type { AppRouter } from "../../server/routers/app.ts";

const BASE = "/api/trpc";
/** Longer addresses are cut off by proxies on the way. */
const MAX_URL_LENGTH = 8000;

/**
 * The protocol's client, one request a procedure: reads are GET with the input in the address, so every cache on the
 * way may keep them by address and ETag, and each answer arrives when it is ready: the headline does not wait for
 * another panel. Writes are POST. Throws TRPCClientError, whose `data` is what the server says of a refusal and is
 * absent where no answer of the product came back.
 */
export function protocolClient(
  fetcher: typeof fetch = (...request) => fetch(...request),
): TRPCUntypedClient<AppRouter> {
  const send = (url: string, init: RequestInit | undefined): Promise<Response> => {
    if (url.length > MAX_URL_LENGTH) return Promise.reject(tooLong(url));
    // An empty body would not be JSON: a write without input sends an empty object.
    const body = init?.method === "POST" ? { body: init.body ?? "{}" } : {};
    return fetcher(url, { ...init, ...body, credentials: "same-origin" });
  };
  return createTRPCUntypedClient<AppRouter>({
    links: [httpLink({ url: BASE, fetch: (url, init) => send(String(url), init as RequestInit) })],
  });
}

function tooLong(url: string): Error {
  const path = url.slice(BASE.length + 1).split("?")[0];
  const message = `${path}: the request has ${url.length} characters; at most ${MAX_URL_LENGTH} are sent`;
  return Object.assign(new TRPCClientError(message), { data: { appCode: "limit-exceeded" } });
}
