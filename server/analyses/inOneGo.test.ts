import { describe, expect, it } from "vitest";
import type { Analysis } from "../../models/analyses/contract.ts";
import { ANALYSES } from "../../models/analyses/registry.ts";
import { AppError } from "../../models/errors.ts";
import type { ModelPool, PoolOptions } from "../workers/modelPool.ts";
import type { AnalysesTask, AnalysisAnswer, AnalysisTask } from "../workers/modelTasks.ts";
import { createInOneGo } from "./inOneGo.ts";

const named = (id: string, subjects: string[], together?: string): Analysis => ({
  id,
  version: "1",
  title: { zh: id, en: id },
  weight: "heavy",
  subjects,
  ...(together && { together }),
  reads: () => ["cpi.yoy"],
  parameters: () => ({}),
  compute: () => null,
});
const flood = named("flood", ["north", "south"], "waters");
const drought = named("drought", ["all"], "waters");
const plague = named("plague", ["all"]);
const figures = { read: [], until: "2025-05-31", seed: 1 };
const page = { rank: "page" } as const;

const told = (result: string): AnalysisAnswer => ({ ok: true, day: "2025-05-31", result, durationMs: 1 });
const nameOf = (p: { analysis: string; subject: string }) => `${p.analysis} ${p.subject}`;

/** A pool of which each test says how a task ends; `tasks` are those it was handed. */
function desk(end: (task: AnalysisTask | AnalysesTask, options: PoolOptions) => Promise<unknown>) {
  const tasks: (AnalysisTask | AnalysesTask)[] = [];
  const run = (async (task: AnalysisTask | AnalysesTask, options: PoolOptions) => {
    tasks.push(task);
    return end(task, options);
  }) as unknown as ModelPool["run"];
  const inOneGo = createInOneGo({ run }, [flood, drought, plague]);
  const ask = (analysis: Analysis, subject: string, inputs = "f1", options: PoolOptions = {}) =>
    inOneGo(analysis, { analysis: analysis.id, subject, version: "1", inputs }, figures, {
      ...page,
      ...options,
    });
  return { tasks, ask };
}
const each = async (task: AnalysisTask | AnalysesTask): Promise<unknown> =>
  task.kind === "analyses" ? task.parts.map((p) => told(nameOf(p))) : told(nameOf(task));

describe("results that belong together", () => {
  it("are one task of a thread, of which each asker takes its own, at once or later", async () => {
    const { tasks, ask } = desk(each);
    const both = await Promise.all([ask(flood, "south"), ask(drought, "all")]);
    expect(both).toEqual([told("flood south"), told("drought all")]);
    expect(await ask(flood, "north")).toEqual(told("flood north"));
    expect(tasks).toMatchObject([
      {
        kind: "analyses",
        parts: [
          { analysis: "flood", subject: "north" },
          { analysis: "flood", subject: "south" },
          { analysis: "drought", subject: "all" },
        ],
      },
    ]);
  });

  it("of other figures are another task, and one that stands by itself is asked for by itself", async () => {
    const { tasks, ask } = desk(each);
    await Promise.all([ask(flood, "south"), ask(flood, "south", "f2")]);
    expect(await ask(plague, "all")).toEqual(told("plague all"));
    expect(tasks.map((t) => t.kind)).toEqual(["analyses", "analyses", "analysis"]);
  });

  it("what breaks one leaves the others theirs", async () => {
    const { tasks, ask } = desk(async (task) => {
      if (task.kind === "analyses" || task.subject === "south") throw new Error("broken pump");
      return told(nameOf(task));
    });
    const [north, south] = await Promise.allSettled([ask(flood, "north"), ask(flood, "south")]);
    expect(north).toMatchObject({ status: "fulfilled", value: told("flood north") });
    expect(south).toMatchObject({ status: "rejected", reason: { message: "broken pump" } });
    expect(tasks.map((t) => t.kind)).toEqual(["analyses", "analysis", "analysis"]);
  });

  it("go on while one still waits, end with the last, and are begun anew by the next", async () => {
    let stopped = 0;
    const { tasks, ask } = desk(
      (_, { signal }) =>
        new Promise((_resolve, reject) => {
          signal?.addEventListener("abort", () => {
            stopped++;
            reject(new AppError("cancelled", "the model task was cancelled"));
          });
        }),
    );
    const [first, second] = [new AbortController(), new AbortController()];
    const asked = [first, second].map((c, i) =>
      ask(flood, ["north", "south"][i]!, "f1", { signal: c.signal }),
    );
    first.abort();
    await expect(asked[0]).rejects.toMatchObject({ code: "cancelled" });
    expect(stopped).toBe(0);
    second.abort();
    await expect(asked[1]).rejects.toMatchObject({ code: "cancelled" });
    expect(stopped).toBe(1);
    ask(flood, "north").catch((error: unknown) => error);
    expect(tasks).toHaveLength(2);
  });

  it("a release's work is hurried when a page comes to wait for any of them", async () => {
    const hurried: boolean[] = [];
    const late = new AbortController();
    const { ask } = desk(async (task, { rank, hurry }) => {
      hurry?.addEventListener("abort", () => hurried.push(true));
      expect(rank).toBe("refresh");
      await new Promise((done) => setTimeout(done, 5));
      return each(task);
    });
    const made = ask(flood, "north", "f1", { rank: "refresh", hurry: late.signal });
    late.abort();
    await made;
    expect(hurried).toEqual([true]);
  });
});

describe("the analyses that say they belong together", () => {
  const names = [...new Set(ANALYSES.flatMap((a) => a.together ?? []))];
  it.each(names)("%s: read the same, up to the same day", (name) => {
    const of = ANALYSES.filter((a) => a.together === name);
    const [first, ...others] = of.flatMap((a) =>
      a.subjects.map((s) => ({ reads: a.reads(s), until: a.until?.(s), weight: a.weight })),
    );
    expect(others.length).toBeGreaterThan(0);
    for (const other of others) expect(other).toEqual(first);
  });
});
