import { expect, it, vi } from "vitest";
import { loadChdb } from "./loadChdb.ts";

vi.mock("node:worker_threads", () => ({ isMainThread: false }));

it("keeps the engine out of worker threads, where it would take the process down", async () => {
  await expect(loadChdb()).rejects.toMatchObject({
    code: "store-unavailable",
    message: "the embedded engine runs in the main thread only",
  });
});
