import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { CANDIDATE_IDS } from "../../models/forecast/candidates.ts";
import { SCHEDULED_MODELS } from "../../models/forecast/scheduled.ts";
import { loadModelRegistry } from "./loadModelRegistry.ts";

/** A flat forecast of the last figure with intervals that widen by the root of the horizon. */
const body = (id: string, types = ""): string => `
export default {
  id: "${id}", title: { zh: "末值", en: "Last" }, summary: { zh: "末值不变。", en: "The last figure." },
  reference: { text: "A note" }, version: "1", frequencies: ["M"], supports: { gaps: true, drivers: false },
  defaults: {}, minObservations: () => 2,
  fit({ target }${types}) {
    const known = target.values.filter((v) => v !== null);
    if (known.length < 2) throw Object.assign(new Error("${id} needs 2 monthly observations; " + target.indicator + " has " + known.length), { name: "AppError", code: "not-enough-data" });
    const slot = target.firstSlot + target.values.findLastIndex((v) => v !== null) + 1;
    const start = Math.floor(slot / 12) + "-" + String((slot % 12) + 1).padStart(2, "0");
    const mean = known.at(-1);
    const flat = (h, f) => Array.from({ length: h }, (_, i) => f(i));
    return {
      parameters: {}, fitted: target.values.map(() => null),
      predict: (h, levels) => ({
        start, mean: flat(h, () => mean),
        intervals: levels.map((level) => ({ level, lower: flat(h, (i) => mean - level * Math.sqrt(i + 1)), upper: flat(h, (i) => mean + level * Math.sqrt(i + 1)) })),
      }),
    };
  },
};`;

describe("the model registry", () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "guanlan-models-"));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));
  const put = (name: string, text: string): void => writeFileSync(join(folder, name), text);

  it("holds the built-in models when there is no folder", async () => {
    const registry = await loadModelRegistry(join(folder, "none"));
    const ids = (daily: boolean) => registry.models.filter((m) => m.daily === daily).map((m) => m.model.id);
    expect(ids(true)).toEqual(SCHEDULED_MODELS.map((m) => m.id));
    expect(ids(false)).toEqual(CANDIDATE_IDS);
    expect(registry.failures).toEqual([]);
    expect(registry.get("no-such")).toBeNull();
  });

  it("takes in a modeler's file, as JavaScript or as TypeScript", async () => {
    put("one.mjs", body("last-js"));
    put(
      "two.ts",
      body("last-ts", ": { target: any }").replaceAll("(h, f)", "(h: number, f: (i: number) => number)"),
    );
    put("two.test.ts", "throw new Error('tests are no models');");
    put("notes.md", "not a model");
    const registry = await loadModelRegistry(folder);
    expect(registry.failures).toEqual([]);
    expect(registry.get("last-js")).toMatchObject({ source: "added", file: "one.mjs" });
    expect(registry.get("last-ts")).toMatchObject({ source: "added", file: "two.ts" });
  });

  it("leaves out what does not load, what keeps no promise and what takes another's id, each with the reason", async () => {
    put("a-broken.mjs", "export default {");
    put("b-empty.mjs", "export const nothing = 1;");
    put("c-taken.mjs", body("ets"));
    put("d-good.mjs", body("last-good"));
    put("e-late.mjs", body("last-late").replace("target.firstSlot +", "target.firstSlot + 1 +"));
    const registry = await loadModelRegistry(folder);
    expect(registry.models.filter((m) => m.source === "added").map((m) => m.file)).toEqual(["d-good.mjs"]);
    expect(registry.failures.map((f) => f.file)).toEqual([
      "a-broken.mjs",
      "b-empty.mjs",
      "c-taken.mjs",
      "e-late.mjs",
    ]);
    expect(registry.failures[1]!.reason).toContain("expected a forecast model");
    expect(registry.failures[2]!.reason).toContain('"ets" is taken');
  });
});
