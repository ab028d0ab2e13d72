import { describe, expect, it } from "vitest";
import { createQueue } from "./queue.ts";

const pause = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));

describe("jobs in a queue", () => {
  it("run one after another in the order asked, whatever each takes", async () => {
    const queue = createQueue(() => undefined);
    const told: string[] = [];
    const job = (name: string, ms: number) => async (): Promise<void> => {
      told.push(`${name} begins`);
      await pause(ms);
      told.push(`${name} ends`);
    };
    await Promise.all([queue.add(job("a", 20)), queue.add(job("b", 1))]);
    expect(told).toEqual(["a begins", "a ends", "b begins", "b ends"]);
  });

  it("one that fails is told to who asked and to the log, and the next one runs", async () => {
    const heard: unknown[] = [];
    const queue = createQueue((e) => heard.push(e));
    const failed = queue.add(() => Promise.reject(new Error("no disk")));
    const next = queue.add(async () => "done");
    await expect(failed).rejects.toThrow("no disk");
    await expect(next).resolves.toBe("done");
    expect(heard).toHaveLength(1);
  });

  it("closing aborts what runs and refuses what waits, without an error in the log", async () => {
    const heard: unknown[] = [];
    const queue = createQueue((e) => heard.push(e));
    let seen: AbortSignal | null = null;
    const running = queue.add(async (signal) => {
      seen = signal;
      await pause(10);
    });
    const waiting = queue.add(async () => "never");
    await pause(1);
    const refused = waiting.catch((error: unknown) => error);
    await queue.close();
    expect(await refused).toMatchObject({ code: "cancelled" });
    await running;
    expect(seen!.aborted).toBe(true);
    expect(heard).toEqual([]);
  });
});
