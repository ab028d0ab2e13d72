import { describe, expect, it } from "vitest";
import { MOST_IN_BASKET, parseKeys, toggled } from "./basket.ts";

describe("the comparison list", () => {
  it("names series by indicator and region, and drops what names none", () => {
    expect(parseKeys(["cpi.yoy@CHN", "gdp.yoy@110000", "nonsense", "cpi.yoy@CHN"])).toEqual([
      { indicator: "cpi.yoy", region: "CHN" },
      { indicator: "gdp.yoy", region: "110000" },
    ]);
  });

  it("choosing a series twice takes it out again", () => {
    expect(toggled(["a@CHN", "b@CHN"], "a@CHN")).toEqual(["b@CHN"]);
  });

  it("a full list makes room by dropping its oldest", () => {
    const full = Array.from({ length: MOST_IN_BASKET }, (_, i) => `s${i}@CHN`);
    const next = toggled(full, "new@CHN");
    expect([next.length, next[0], next.at(-1)]).toEqual([MOST_IN_BASKET, "s1@CHN", "new@CHN"]);
  });
});
