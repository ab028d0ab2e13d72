import { expect, it } from "vitest";
import { firstScripts } from "../support/firstScripts.ts";

const LIMIT_KB = 120;

it("the cockpit's first script stays under 120 KB compressed, and no chart library is in it", () => {
  const scripts = firstScripts();
  const total = scripts.reduce((sum, s) => sum + s.kb, 0);
  const listed = scripts.map((s) => `${s.file} ${s.kb.toFixed(1)}`).join(", ");
  expect(total, `${total.toFixed(1)} KB: ${listed}`).toBeLessThanOrEqual(LIMIT_KB);
  expect(total).toBeGreaterThan(50);
  expect(scripts.filter((s) => s.text.includes("echarts")).map((s) => s.file)).toEqual([]);
});
