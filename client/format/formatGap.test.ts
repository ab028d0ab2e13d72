import { describe, expect, it } from "vitest";
import { formatGap } from "./formatGap.ts";

describe("absence in words", () => {
  it("a figure that is due says when", () => {
    expect(formatGap("not-yet-released", "zh", "2025-04-09")).toBe("待发布，预计 4月9日");
    expect(formatGap("not-yet-released", "en", "2025-04-09")).toBe("Not yet released, due 9 Apr");
  });

  it("January of a combined January–February is no hole in the data", () => {
    expect(formatGap("combined-with-next", "zh")).toBe("与下期合并公布");
  });

  it("a reason nobody wrote down is said to be unknown", () => {
    expect(formatGap("lost-in-transit", "en")).toBe("Missing, reason unknown");
  });
});
