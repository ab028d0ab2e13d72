import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { WORKER_ENTRIES } from "./entries.ts";
import { workerFile } from "./workerFile.ts";

describe("where a worker's code lies", () => {
  it.each(WORKER_ENTRIES.map((e) => e.name))(
    "%s runs from its source, through the loader's thread",
    (name) => {
      const { start, entry } = workerFile(name);
      expect(start).toMatch(/server\/workers\/sourceThread\.mjs$/);
      for (const url of [start, entry]) expect(existsSync(fileURLToPath(url))).toBe(true);
    },
  );

  it("a built server runs the compiled file at the same place of the tree", () => {
    const built = workerFile("modelWorker", "file:///opt/guanlan/dist/app/server/workers/workerFile.js");
    expect(built.entry).toBe("file:///opt/guanlan/dist/app/server/workers/modelWorker.js");
    expect(built.start).toBe(built.entry);
  });
});
