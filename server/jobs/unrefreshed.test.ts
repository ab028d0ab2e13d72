import { expect, it } from "vitest";
import type { SettingsStore } from "../../db/stores/contract.ts";
import { createUnrefreshed } from "./unrefreshed.ts";

function settingsOf(kept: Map<string, unknown>): SettingsStore {
  return {
    get: async (key) => kept.get(key) ?? null,
    set: async (key, value) => void kept.set(key, value),
  };
}

it("what waits outlives the process, until it is done", async () => {
  const kept = new Map<string, unknown>();
  await createUnrefreshed(settingsOf(kept)).add(["cpi.yoy", "ppi.yoy"]);
  const next = createUnrefreshed(settingsOf(kept));
  const { indicators, done } = await next.take();
  expect([...indicators]).toEqual(["cpi.yoy", "ppi.yoy"]);
  expect([...(await createUnrefreshed(settingsOf(kept)).take()).indicators]).toEqual(["cpi.yoy", "ppi.yoy"]);
  await done();
  expect((await next.take()).indicators.size).toBe(0);
  expect((await createUnrefreshed(settingsOf(kept)).take()).indicators.size).toBe(0);
});

it("what comes while the rest is worked on goes on waiting, also when it is the same again", async () => {
  const waiting = createUnrefreshed(settingsOf(new Map()));
  await waiting.add(["cpi.yoy", "ppi.yoy"]);
  const { done } = await waiting.take();
  await waiting.add(["ppi.yoy", "gdp.yoy"]);
  await done();
  expect([...(await waiting.take()).indicators]).toEqual(["ppi.yoy", "gdp.yoy"]);
});

it("a store that fails is told to who asked, and the next is served", async () => {
  const kept = new Map<string, unknown>();
  let broken = true;
  const settings: SettingsStore = {
    ...settingsOf(kept),
    set: async (key, value) => {
      if (broken) throw new Error("disk full");
      kept.set(key, value);
    },
  };
  const waiting = createUnrefreshed(settings);
  await expect(waiting.add(["cpi.yoy"])).rejects.toThrow("disk full");
  broken = false;
  await waiting.add(["ppi.yoy"]);
  expect((await waiting.take()).indicators.has("ppi.yoy")).toBe(true);
});
