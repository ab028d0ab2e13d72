import { describe, expect, it } from "vitest";
import { slotOf } from "../../series/period.ts";
import { regressorName } from "./regressorName.ts";

describe("a regressor as people read it", () => {
  it("an outlier by its kind and period, monthly or quarterly", () => {
    expect(regressorName({ kind: "ls", at: slotOf("2020-02", "M") }, 12)).toEqual({
      zh: "2020-02 水平移动（LS）",
      en: "2020-02 level shift (LS)",
    });
    expect(regressorName({ kind: "ao", at: slotOf("2020-Q1", "Q") }, 4).en).toBe(
      "2020-Q1 single outlier (AO)",
    );
  });

  it("a block of the festival by its days, a calendar by what it counts", () => {
    const during = {
      kind: "festival",
      name: "Spring Festival during",
      festival: "spring-festival",
      from: 0,
      to: 6,
    } as const;
    expect(regressorName(during, 12).zh).toBe("春节期间（正月初一起第0至6天）");
    expect(regressorName({ kind: "official-td1coef" }, 12).en).toBe("official working days");
  });
});
