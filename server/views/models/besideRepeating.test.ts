import { describe, expect, it } from "vitest";
import { besideRepeating } from "./besideRepeating.ts";

describe("a model's errors beside those of repeating figures", () => {
  it("are told as a share more or less", () => {
    expect(besideRepeating(1.19).zh).toBe("误差比直接沿用上期或上年同期数值还大 19%");
    expect(besideRepeating(0.854).zh).toBe("误差比直接沿用上期或上年同期数值小 15%");
    expect(besideRepeating(1.9).en).toBe(
      "its errors were 90% larger than by repeating the last figure or the one a year before",
    );
    expect(besideRepeating(0.5).en).toContain("50% smaller");
  });
  it("are alike where whole percent show no difference", () => {
    expect(besideRepeating(1.004).zh).toBe("误差与直接沿用上期或上年同期数值相当");
    expect(besideRepeating(0.996).en).toContain("as large as");
  });
});
