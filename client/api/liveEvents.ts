import { useEffect, useSyncExternalStore } from "react";
import type { LiveEvent } from "../../server/routers/views.ts";
import { queryClient } from "./queryClient.ts";

/** What the server pushed since the page was opened, newest first. */
export interface LiveState {
  connected: boolean;
  alerts: readonly (Extract<LiveEvent, { kind: "alert" }> & { at: number })[];
  newest: Extract<LiveEvent, { kind: "data" }> | null;
  loads: ReadonlyMap<number, Extract<LiveEvent, { kind: "load" }>>;
  runs: ReadonlyMap<number, Extract<LiveEvent, { kind: "run" }>>;
}

const KEPT = 20;
export const EMPTY_LIVE: LiveState = {
  connected: false,
  alerts: [],
  newest: null,
  loads: new Map(),
  runs: new Map(),
};

/** The state after one event. */
export function afterEvent(state: LiveState, event: LiveEvent, at: number): LiveState {
  switch (event.kind) {
    case "alert":
      return { ...state, alerts: [{ ...event, at }, ...state.alerts].slice(0, KEPT) };
    case "data":
      return { ...state, newest: event };
    case "load":
      return { ...state, loads: new Map(state.loads).set(event.load, event) };
    case "run":
      return { ...state, runs: new Map(state.runs).set(event.run, event) };
  }
}

/** Query paths whose answers an event makes old; null: all of them. */
export function touchedBy(event: LiveEvent): readonly string[] | null {
  switch (event.kind) {
    case "alert":
      return ["alerts", "cockpit"];
    case "data":
      return null;
    case "load":
      return event.phase === "committed" || event.phase === "failed" ? ["sources"] : [];
    case "run":
      // A refresh moves results that any page may show.
      return event.state === "running" ? [] : null;
  }
}

let state = EMPTY_LIVE;
const listeners = new Set<() => void>();

function change(next: LiveState): void {
  state = next;
  for (const listener of listeners) listener();
}

function receive(event: LiveEvent): void {
  change(afterEvent(state, event, Date.now()));
  const paths = touchedBy(event);
  if (paths?.length === 0) return;
  void queryClient.invalidateQueries(
    paths === null
      ? {}
      : {
          predicate: ({ queryKey }) => {
            const path = queryKey[0];
            return Array.isArray(path) && paths.includes(String(path[0]));
          },
        },
  );
}

function listen(): () => void {
  const source = new EventSource("/api/events");
  source.onopen = () => change({ ...state, connected: true });
  source.onerror = () => change({ ...state, connected: false });
  source.onmessage = (message) => receive(JSON.parse(String(message.data)) as LiveEvent);
  return () => {
    source.close();
    change({ ...state, connected: false });
  };
}

/**
 * Listens while someone is signed in and looks: a browser gives one address six connections, and tabs in the
 * background would keep them all. A tab that comes to the front again asks anew for what it shows.
 */
export function useLiveConnection(): void {
  useEffect(() => {
    let stop: (() => void) | null = null;
    let away = false;
    const follow = (): void => {
      if (document.visibilityState === "hidden") {
        stop?.();
        stop = null;
        away = true;
        return;
      }
      stop ??= listen();
      if (away) void queryClient.invalidateQueries();
      away = false;
    };
    follow();
    document.addEventListener("visibilitychange", follow);
    return () => {
      document.removeEventListener("visibilitychange", follow);
      stop?.();
    };
  }, []);
}

export function useLive(): LiveState {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => state,
  );
}
