import { describe, expect, it } from "vitest";
import { deadline } from "./deadline.ts";

describe("a deadline", () => {
  it("remembers that the caller gave up before the time was over", () => {
    const caller = new AbortController();
    const limit = deadline(60, caller.signal);
    expect([limit.signal.aborted, limit.ended()]).toEqual([false, null]);
    caller.abort();
    expect([limit.signal.aborted, limit.ended()]).toEqual([true, "cancelled"]);
    limit.clear();
  });

  it("remembers that the time was over before the caller gave up", async () => {
    const caller = new AbortController();
    const limit = deadline(0.005, caller.signal);
    await new Promise((resolve) => limit.signal.addEventListener("abort", resolve));
    caller.abort();
    expect(limit.ended()).toBe("time-out");
  });

  it("is over at once for a caller who has already left, and never after it was cleared", () => {
    expect(deadline(60, AbortSignal.abort()).ended()).toBe("cancelled");
    const caller = new AbortController();
    const cleared = deadline(60, caller.signal);
    cleared.clear();
    caller.abort();
    expect(cleared.ended()).toBeNull();
  });
});
