import type { Ended } from "./clickhouseErrors.ts";

/** One signal for "the caller gave up" and "it took too long", that remembers which came first. */
export function deadline(
  seconds: number,
  signal?: AbortSignal,
): { signal: AbortSignal; ended(): Ended; clear(): void } {
  const controller = new AbortController();
  let ended: Ended = null;
  const end = (why: "cancelled" | "time-out"): void => {
    ended ??= why;
    controller.abort();
  };
  const cancel = (): void => end("cancelled");
  const timer = setTimeout(() => end("time-out"), seconds * 1000);
  if (signal?.aborted) cancel();
  else signal?.addEventListener("abort", cancel, { once: true });
  return {
    signal: controller.signal,
    ended: () => ended,
    clear() {
      clearTimeout(timer);
      signal?.removeEventListener("abort", cancel);
    },
  };
}
