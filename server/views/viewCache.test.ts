import { expect, it } from "vitest";
import { createViewCache } from "./viewCache.ts";

it("computes a view once for all who ask while the data stand", async () => {
  const cache = createViewCache();
  let made = 0;
  const make = async () => ++made;
  expect(await Promise.all([cache.get("1", "a", make), cache.get("1", "a", make)])).toEqual([1, 1]);
  expect(await cache.get("2", "a", make)).toBe(2);
});

it("forgets a failure, so the next request tries again", async () => {
  const cache = createViewCache();
  await expect(cache.get("1", "a", () => Promise.reject(new Error("store away")))).rejects.toThrow(
    "store away",
  );
  expect(await cache.get("1", "a", async () => 7)).toBe(7);
});

it("keeps only its limit, least recently used out first", async () => {
  const cache = createViewCache(2);
  const seen: string[] = [];
  const ask = (k: string) => cache.get("1", k, async () => void seen.push(k));
  for (const k of ["a", "b", "a", "c", "a", "b"]) await ask(k);
  expect(seen).toEqual(["a", "b", "c", "b"]);
});
