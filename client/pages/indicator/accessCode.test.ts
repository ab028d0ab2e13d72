import { describe, expect, it } from "vitest";
import { accessCode, csvAddress } from "./accessCode.ts";
import { CODE_LANGUAGES } from "./search.ts";

const request = {
  origin: "http://guanlan.example:4600",
  indicator: "cpi.yoy",
  region: "CHN",
  transform: "ma3",
  asOf: "2025-04-30",
  lang: "zh" as const,
};

describe("the code tab", () => {
  it.each(CODE_LANGUAGES)(
    "%s asks for the series, the transform and the day that the page shows",
    (language) => {
      const code = accessCode(request, language);
      for (const part of ["indicator=cpi.yoy", "region=CHN", "transform=ma3", "asOf=2025-04-30"])
        expect(code).toContain(part);
    },
  );

  it("all vintages are the same address with one more word", () => {
    expect(csvAddress(request, "all")).toBe(`${csvAddress(request)}&vintages=all`);
  });

  it("a series as published asks for no transform", () => {
    expect(csvAddress({ ...request, transform: "none" })).not.toContain("transform");
  });
});
