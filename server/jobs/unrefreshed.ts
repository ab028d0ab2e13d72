import type { SettingsStore } from "../../db/stores/contract.ts";

/**
 * Indicators whose figures came and were not yet worked on to the end: what a refresh that was ended early, that failed, or whose
 * process was killed leaves to the next one. Kept in the base, so that a start knows of it.
 */
export interface Unrefreshed {
  add(indicators: Iterable<string>): Promise<void>;
  /** All that wait now. `done` is called once they are worked on to the end; what was added since goes on waiting. */
  take(): Promise<{ indicators: ReadonlySet<string>; done(): Promise<void> }>;
}

const KEY = "unrefreshed";

export function createUnrefreshed(settings: SettingsStore): Unrefreshed {
  /** By indicator, when it was added last. */
  let waiting: Map<string, number> | null = null;
  let added = 0;
  let tail: Promise<unknown> = Promise.resolve();
  /** One after the other: what is written is what stood when it was asked. */
  const inTurn = <T>(work: (held: Map<string, number>) => Promise<T>): Promise<T> => {
    const mine = tail.then(async () => {
      waiting ??= new Map(read(await settings.get(KEY)).map((id) => [id, 0]));
      return work(waiting);
    });
    tail = mine.catch(() => undefined);
    return mine;
  };
  return {
    add: (indicators) =>
      inTurn(async (held) => {
        added++;
        for (const id of indicators) held.set(id, added);
        await settings.set(KEY, [...held.keys()]);
      }),
    take: () =>
      inTurn(async (held) => {
        const until = added;
        return {
          indicators: new Set(held.keys()),
          done: () =>
            inTurn(async (now) => {
              for (const [id, when] of now) if (when <= until) now.delete(id);
              await settings.set(KEY, [...now.keys()]);
            }),
        };
      }),
  };
}

function read(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((id) => typeof id === "string") : [];
}
