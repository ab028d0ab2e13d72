import { describe, expect, it } from "vitest";
import { createEventBus, type NumberedEvent } from "./events.ts";
import type { LiveEvent } from "./routers/views.ts";

const progress = (done: number): LiveEvent => ({
  kind: "run",
  run: 1,
  title: { zh: "回测", en: "Back-test" },
  done,
  total: 9,
  state: "running",
});
const numbers = (heard: readonly NumberedEvent[]): number[] => heard.map((e) => e.id);

describe("the live events", () => {
  it("a browser hears what happens while it listens, and nothing after it has left", () => {
    const bus = createEventBus();
    const heard: NumberedEvent[] = [];
    bus.publish(progress(1));
    const leave = bus.subscribe((e) => heard.push(e));
    bus.publish(progress(2));
    leave();
    bus.publish(progress(3));
    expect(numbers(heard)).toEqual([2]);
    expect(bus.listeners).toBe(0);
  });

  it("a browser that comes back with its last number is told what it missed, once and in order", () => {
    const bus = createEventBus();
    for (let i = 1; i <= 5; i++) bus.publish(progress(i));
    const heard: NumberedEvent[] = [];
    bus.subscribe((e) => heard.push(e), 3);
    bus.publish(progress(6));
    expect(numbers(heard)).toEqual([4, 5, 6]);
  });

  it("keeps only the newest events for those who come back", () => {
    const bus = createEventBus({ capacity: 3, firstId: 100 });
    for (let i = 0; i < 10; i++) bus.publish(progress(i));
    expect(numbers(bus.kept())).toEqual([108, 109, 110]);
  });

  it("one broken listener does not keep the others from hearing", () => {
    const errors: unknown[] = [];
    const bus = createEventBus({ onError: (e) => errors.push(e) });
    const heard: NumberedEvent[] = [];
    bus.subscribe(() => {
      throw new Error("socket closed");
    });
    bus.subscribe((e) => heard.push(e));
    bus.publish(progress(1));
    bus.publish(progress(2));
    expect(numbers(heard)).toEqual([1, 2]);
    expect(errors).toHaveLength(1);
  });
});
