import { readdirSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, it } from "vitest";
import { checkModel } from "../../models/forecast/checkModel.ts";
import type { ForecastModel } from "../../models/forecast/contract.ts";
import { PROMISES } from "../../models/forecast/promises.ts";
import { MODELS } from "../../models/forecast/registry.ts";

/** Every model that ships, and every model file of the folder that GUANLAN_MODELS names (default exports). */
async function found(): Promise<{ model: ForecastModel; file: string | null }[]> {
  const builtIn = MODELS.map((model) => ({ model, file: null }));
  const folder = process.env.GUANLAN_MODELS;
  if (folder === undefined || folder === "") return builtIn;
  const files = readdirSync(folder).filter((f) => /\.(ts|mjs|js)$/.test(f) && !/\.test\./.test(f));
  const added = await Promise.all(
    files.map(async (file) => {
      const module = (await import(pathToFileURL(join(folder, file)).href)) as { default?: unknown };
      const checked = checkModel(
        module.default,
        MODELS.map((m) => m.id),
      );
      if (!checked.ok) throw new Error(`${file}: ${checked.problems.join("; ")}`);
      return { model: checked.model, file };
    }),
  );
  return [...builtIn, ...added];
}

const models = await found();

it("every forecast model has an id of its own", () => {
  expect(new Set(models.map((m) => m.model.id)).size).toBe(models.length);
});

describe.each(models.map(({ model }) => [model.id, model] as const))("%s", (_, model) => {
  it("says in both languages what it is, and where it is written", () => {
    expect(
      [model.title.zh, model.title.en, model.summary.zh, model.summary.en, model.reference.text].every(
        (t) => t.length > 1,
      ),
    ).toBe(true);
  });
  describe.each(model.frequencies)("at frequency %s", (frequency) => {
    it.each(PROMISES.map((p) => [p.title, p] as const))("%s", (_title, promise) => {
      expect(promise.check(model, frequency)).toBeNull();
    });
  });
});

describe("the check of a stranger's file", () => {
  const honest = MODELS[0]!;

  it("accepts what keeps its promises", () => {
    expect(checkModel({ ...honest, id: "honest-copy" })).toMatchObject({ ok: true });
  });

  it.each([
    ["nothing", undefined, /expected a forecast model/],
    ["an id in use", { ...honest }, /taken/],
    ["no English title", { ...honest, id: "x", title: { zh: "甲" } }, /title needs zh and en/],
    ["an unknown frequency", { ...honest, id: "x", frequencies: ["H"] }, /frequencies/],
  ])("names what is missing: %s", (_title, candidate, problem) => {
    const checked = checkModel(candidate, [honest.id]);
    expect(checked.ok ? [] : checked.problems.join()).toMatch(problem);
  });

  it("catches a model whose figures differ from one fit to the next", () => {
    let coin = 0;
    const fickle: ForecastModel = {
      ...honest,
      id: "fickle",
      fit(input, options) {
        const fitted = honest.fit(input, options);
        coin++;
        const shift = coin;
        return {
          ...fitted,
          predict(horizon, levels) {
            const said = fitted.predict(horizon, levels);
            return { ...said, mean: said.mean.map((m) => m + shift) };
          },
        };
      },
    };
    const checked = checkModel(fickle);
    expect(checked.ok ? [] : checked.problems.join()).toMatch(/same seed repeats/);
  });

  it("catches a model that hides a gap it says it cannot bridge", () => {
    const checked = checkModel({ ...honest, id: "hider", supports: { gaps: false, drivers: false } });
    expect(checked.ok ? [] : checked.problems.join()).toMatch(/bridged a gap though it says it cannot/);
  });
});
