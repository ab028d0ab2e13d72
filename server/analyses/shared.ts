import { AppError } from "../../models/errors.ts";
import type { Rank } from "../workers/lanes.ts";

export interface AskOptions {
  rank: Rank;
  signal?: AbortSignal;
  /** Fires when a page comes to wait behind the one who asks. */
  hurry?: AbortSignal;
}

/** One piece of work that several may wait for. */
export interface Shared<T> {
  /** Nobody waited any more and it is being given up, or it failed: whoever asks now begins anew. */
  readonly over: boolean;
  /** Throws AppError("cancelled") for the one whose signal aborts; the others go on waiting. */
  join(options: AskOptions): Promise<T>;
}

/**
 * Begins `work` for the first who asks. It is given up when nobody waits for it any more, and hurried as soon as a page
 * does. `stop` and `hurry` abort then.
 */
export function share<T>(work: (tell: { stop: AbortSignal; hurry: AbortSignal }) => Promise<T>): Shared<T> {
  const stop = new AbortController();
  const hurry = new AbortController();
  let asking = 0;
  let failed = false;
  let begun: Promise<T> | null = null;
  const hasten = (): void => hurry.abort();
  const begin = (): Promise<T> => {
    const asked = work({ stop: stop.signal, hurry: hurry.signal });
    asked.catch(() => {
      failed = true;
    });
    return asked;
  };
  return {
    get over() {
      return failed || stop.signal.aborted;
    },
    async join({ rank, signal, hurry: late }) {
      if (signal?.aborted) throw given();
      asking++;
      if (rank === "page" || late?.aborted) hasten();
      late?.addEventListener("abort", hasten);
      begun ??= begin();
      let leave: (() => void) | null = null;
      const left = new Promise<never>((_, reject) => {
        leave = () => {
          asking--;
          if (asking === 0) stop.abort();
          reject(given());
        };
        signal?.addEventListener("abort", leave);
      });
      try {
        return await Promise.race([begun, left]);
      } finally {
        signal?.removeEventListener("abort", leave!);
        late?.removeEventListener("abort", hasten);
      }
    },
  };
}

const given = (): AppError => new AppError("cancelled", "nobody waits for the result any more");
