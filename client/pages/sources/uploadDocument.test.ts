import { describe, expect, it } from "vitest";
import { reasonOf } from "./uploadDocument.ts";

describe("why nothing was loaded", () => {
  it("a failed load says it in its receipt, a refused request in its error", () => {
    expect(reasonOf({ id: 3, state: "failed", message: "no column period" })).toBe("no column period");
    expect(reasonOf({ error: { code: "forbidden", message: "stewards only" } })).toBe("stewards only");
  });

  it("an answer without words gives none, rather than inventing some", () => {
    expect(reasonOf({})).toBeNull();
    expect(reasonOf(null)).toBeNull();
  });
});
