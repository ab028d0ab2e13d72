import { expect, it } from "vitest";
import { defaultFolder, readCases } from "./case.ts";
import { runCase } from "./runCases.ts";

const cases = readCases(defaultFolder());

it("there are cases", () => {
  expect(cases.length).toBeGreaterThan(0);
});

it.each(cases.map((c) => [`${c.method}/${c.case}`, c] as const))("%s", async (_, c) => {
  const { error, failures } = await runCase(c);
  expect(error).toBeNull();
  expect(failures.slice(0, 5)).toEqual([]);
});
