import { describe, expect, it } from "vitest";
import { workbench as zh } from "../../words/zh/workbench.ts";
import { compareTitle } from "./compareTitle.ts";

describe("the finding above a comparison", () => {
  it("two series: their correlation, with a true minus where they move against each other", () => {
    expect(
      compareTitle(
        ["A", "B"],
        [
          [1, -0.5],
          [-0.5, 1],
        ],
        zh.compare,
      ),
    ).toBe("A与B相关系数 −0.50");
  });

  it("more than two: the pair that moves together most closely, whichever way", () => {
    const r = [
      [1, 0.3, -0.9],
      [0.3, 1, 0.2],
      [-0.9, 0.2, 1],
    ];
    expect(compareTitle(["A", "B", "C"], r, zh.compare)).toContain("A与C");
  });

  it("claims nothing where nothing could be computed", () => {
    expect(
      compareTitle(
        ["A", "B"],
        [
          [1, null],
          [null, 1],
        ],
        zh.compare,
      ),
    ).toBe("对比 2 项");
    expect(compareTitle(["A"], [[1]], zh.compare)).toBe("对比 1 项");
  });
});
