import type { LiveEvent } from "./routers/views.ts";

/** A live event with its number: what the browser sends back as Last-Event-ID after a broken line. */
export interface NumberedEvent {
  id: number;
  event: LiveEvent;
}

export type Listener = (numbered: NumberedEvent) => void;

/** One process, one bus: jobs publish, the event stream of every browser listens. */
export interface EventBus {
  publish(event: LiveEvent): void;
  /**
   * Calls `listener` for every event from now on, after those kept since `lastEventId` (exclusive).
   * Returns the function that ends it. A listener that throws is dropped, and its error handed to `onError`.
   */
  subscribe(listener: Listener, lastEventId?: number): () => void;
  /** Events still kept, oldest first. */
  kept(): readonly NumberedEvent[];
  readonly listeners: number;
}

export interface EventBusOptions {
  /** How many events a browser may have missed and still be told. */
  capacity?: number;
  /** Hears of listeners that threw. */
  onError?: (error: unknown) => void;
  /** The number before the first: a restarted server goes on from its start time, so old ids stay old. */
  firstId?: number;
}

export function createEventBus(options: EventBusOptions = {}): EventBus {
  const capacity = options.capacity ?? 500;
  const ring: NumberedEvent[] = [];
  const listeners = new Set<Listener>();
  let last = options.firstId ?? 0;

  const tell = (listener: Listener, numbered: NumberedEvent): void => {
    try {
      listener(numbered);
    } catch (error) {
      listeners.delete(listener);
      options.onError?.(error);
    }
  };

  return {
    publish(event) {
      last += 1;
      const numbered = { id: last, event };
      ring.push(numbered);
      if (ring.length > capacity) ring.shift();
      for (const listener of listeners) tell(listener, numbered);
    },
    subscribe(listener, lastEventId) {
      listeners.add(listener);
      if (lastEventId !== undefined) {
        for (const numbered of ring) {
          if (numbered.id > lastEventId && listeners.has(listener)) tell(listener, numbered);
        }
      }
      return () => {
        listeners.delete(listener);
      };
    },
    kept: () => [...ring],
    get listeners() {
      return listeners.size;
    },
  };
}
