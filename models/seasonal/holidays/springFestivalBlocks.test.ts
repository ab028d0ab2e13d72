import { describe, expect, it } from "vitest";
import { festivalShare } from "../regarima/festivalShare.ts";
import { springFestivalBlocks } from "./springFestivalBlocks.ts";

describe("a centred share", () => {
  it("averages to nothing in each calendar month over the years of its centring", () => {
    for (const r of springFestivalBlocks()) {
      const all = festivalShare({ first: 1951 * 12, count: 1200, period: 12 }, r);
      for (let m = 0; m < 12; m++) {
        let sum = 0;
        for (let t = m; t < 1200; t += 12) sum += all[t]!;
        expect(Math.abs(sum)).toBeLessThan(1e-10);
      }
    }
  });
});
