import { describe, expect, it } from "vitest";
import { runningNow } from "./runningNow.ts";

const title = { zh: "回测", en: "Back-test" };
const listed = (run: number, done: number) => ({
  run,
  kind: "models",
  title,
  done,
  total: 10,
  startedAt: "",
});
const pushed = (run: number, done: number, state: "running" | "done") =>
  [run, { kind: "run" as const, run, title, done, total: 10, state }] as const;

describe("what runs now", () => {
  it("is what was listed, as far as it has come since", () => {
    expect(runningNow([listed(3, 1)], new Map([pushed(3, 7, "running")]))).toMatchObject([
      { run: 3, done: 7 },
    ]);
  });
  it("knows a run begun later, and forgets one that ended", () => {
    const live = new Map([pushed(5, 0, "running"), pushed(3, 10, "done")]);
    expect(runningNow([listed(3, 1)], live).map((r) => r.run)).toEqual([5]);
  });
});
