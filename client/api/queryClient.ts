import { MutationCache, QueryCache, QueryClient } from "@tanstack/react-query";
import { codeOf } from "./errors.ts";

const signedOutListeners = new Set<() => void>();

/** Calls back when the server says that nobody is signed in: a session that ended while a page was open. */
export function onSignedOut(listener: () => void): () => void {
  signedOutListeners.add(listener);
  return () => signedOutListeners.delete(listener);
}

function announce(error: Error): void {
  if (codeOf(error) === "not-signed-in") for (const listener of signedOutListeners) listener();
}

/**
 * Server state lives here only. Figures change when a load is committed, and the server says so (useLiveEvents),
 * so a page does not ask again merely because a window got focus.
 */
export const queryClient = new QueryClient({
  queryCache: new QueryCache({ onError: announce }),
  mutationCache: new MutationCache({ onError: announce }),
  defaultOptions: {
    queries: {
      staleTime: 60_000,
      gcTime: 10 * 60_000,
      refetchOnWindowFocus: false,
      // What the server decided stays decided; only a lost connection or a busy store is worth another try.
      retry: (failures, error) =>
        failures < 2 && ["unreachable", "store-unavailable", "time-out"].includes(codeOf(error)),
    },
  },
});
