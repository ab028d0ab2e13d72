import { describe, expect, it } from "vitest";
import type { Base, StoredForecast } from "../../db/stores/contract.ts";
import { combination } from "../../models/forecast/combination.ts";
import { drift } from "../../models/forecast/drift.ts";
import { naive } from "../../models/forecast/naive.ts";
import { forecastTargets } from "../../models/forecast/targets.ts";
import type { RegisteredModel } from "./modelRegistry.ts";
import type { RunDesk } from "./recordRun.ts";
import { workLeft } from "./workLeft.ts";

const DAY = "2025-05-31";
const models = [naive, combination([naive, drift])].map(
  (model): RegisteredModel => ({ model, source: "built-in", daily: true, file: null }),
);
const member = { model: "naive", version: naive.version, weight: 1, rmse: 0.5, errors: 9 };

/** Every target forecast by both models on a day; the combination with its members or, as once, without. */
async function left(asOf: string, members: StoredForecast["members"]) {
  const kept = models.map(({ model }) => ({
    model: model.id,
    modelVersion: model.version,
    asOf,
    members: model.combines ? members : [],
  }));
  const base = {
    forecasts: { errors: async () => [], forecasts: async () => kept },
    runs: { list: async () => [] },
  } as unknown as Pick<Base, "forecasts" | "runs">;
  const { forecasts } = await workLeft(base, models, { asOf: DAY } as RunDesk);
  return forecasts.map((w) => w.models.map((m) => m.model.id));
}

describe("what a start has left to forecast", () => {
  it("is nothing where every model has spoken on the day", async () =>
    expect(await left(DAY, [member])).toEqual([]));
  it("is everything where the day is a later one", async () => {
    const targets = forecastTargets(null);
    expect(await left("2025-05-30", [member])).toEqual(targets.map(() => ["naive", "combination"]));
  });
  it("is the combination where it was kept without what it is made of", async () => {
    const work = await left(DAY, []);
    expect(work).toEqual(forecastTargets(null).map(() => ["combination"]));
  });
});
