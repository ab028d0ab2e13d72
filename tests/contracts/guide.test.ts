import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, describe, expect, it } from "vitest";
import { checkModel } from "../../models/forecast/checkModel.ts";
import type { ForecastModel } from "../../models/forecast/contract.ts";
import { PROMISES } from "../../models/forecast/promises.ts";

const guide = readFileSync(join(import.meta.dirname, "../../models/GUIDE.md"), "utf8");
const model = /```js\n([\s\S]*?)```/.exec(guide)![1]!;
const folder = mkdtempSync(join(tmpdir(), "guide-"));
afterAll(() => rmSync(folder, { recursive: true }));

describe("the model of the modeler's guide", () => {
  it("is complete in thirty lines", () => {
    expect(model.trim().split("\n").length).toBeLessThanOrEqual(30);
  });

  it("joins as printed and keeps every promise", async () => {
    const file = join(folder, "reverting.mjs");
    writeFileSync(file, model);
    const loaded = (await import(pathToFileURL(file).href)) as { default: ForecastModel };
    expect(checkModel(loaded.default)).toMatchObject({ ok: true });
    for (const frequency of loaded.default.frequencies)
      for (const promise of PROMISES)
        expect([promise.title, promise.check(loaded.default, frequency)]).toEqual([promise.title, null]);
  });
});
