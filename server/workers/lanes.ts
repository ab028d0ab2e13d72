import { AppError } from "../../models/errors.ts";

/** Who goes first where threads are few: what a page waits for, what a release brings, records of the past. */
export const RANKS = ["page", "refresh", "records"] as const;
export type Rank = (typeof RANKS)[number];

export interface LaneOptions {
  rank: Rank;
  signal?: AbortSignal;
  /** Once it fires the task is a page's: somebody waits for it now. */
  hurry?: AbortSignal;
}

/**
 * Lets tasks in: a page's at once, of the others `most` at a time, refreshes before records, each in the order asked.
 * Resolves with what is to be called when the task has ended. Throws AppError("cancelled") when the signal aborts first,
 * AppError("too-many-requests") where more than `room` wait already.
 */
export interface Lanes {
  enter(options: LaneOptions): Promise<() => void>;
}

const FULL = {
  zh: "等候试算的人太多，请稍后再试",
  en: "Too many tries are waiting already; try again shortly",
};

export function createLanes(most: number, room = Number.POSITIVE_INFINITY): Lanes {
  let inside = 0;
  /** In the order asked, by rank. */
  const waiting = { refresh: new Set<() => void>(), records: new Set<() => void>() };
  const letIn = (): void => {
    for (const go of [...waiting.refresh, ...waiting.records]) {
      if (inside >= most) return;
      go();
    }
  };
  const leave = (): void => {
    inside--;
    letIn();
  };
  return {
    enter: ({ rank, signal, hurry }) =>
      new Promise((resolve, reject) => {
        const pass = (): void => end(() => resolve(() => undefined));
        const refuse = (): void =>
          end(() => reject(new AppError("cancelled", "the task was cancelled before it began")));
        const go = (): void =>
          end(() => {
            inside++;
            resolve(leave);
          });
        const end = (settle: () => void): void => {
          if (rank !== "page") waiting[rank].delete(go);
          signal?.removeEventListener("abort", refuse);
          hurry?.removeEventListener("abort", pass);
          settle();
        };
        if (signal?.aborted) return refuse();
        if (rank === "page" || hurry?.aborted) return pass();
        if (waiting[rank].size >= room) return reject(new AppError("too-many-requests", FULL));
        waiting[rank].add(go);
        signal?.addEventListener("abort", refuse);
        hurry?.addEventListener("abort", pass);
        letIn();
      }),
  };
}
