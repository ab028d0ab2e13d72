import { describe, expect, it } from "vitest";
import { fillPath, matchPath } from "./match.ts";

describe("an address", () => {
  it("gives the indicator it names", () => {
    expect(matchPath("/indicator/$id", "/indicator/cpi.yoy")).toEqual({ id: "cpi.yoy" });
    expect(matchPath("/indicator/$id", "/indicator/a%2Fb/")).toEqual({ id: "a/b" });
  });
  it("is another page when its parts differ", () => {
    expect(matchPath("/models", "/models/ets")).toBeNull();
    expect(matchPath("/alerts", "/alert")).toBeNull();
  });
  it("is nobody's page when its escapes are broken", () => {
    expect(matchPath("/indicator/$id", "/indicator/%E0%A4%A")).toBeNull();
  });
  it("is written from a pattern and back", () => {
    expect(fillPath("/indicator/$id", { id: "a/b" })).toBe("/indicator/a%2Fb");
    expect(fillPath("/")).toBe("/");
    expect(() => fillPath("/models/$id")).toThrow(/needs "id"/);
  });
});
