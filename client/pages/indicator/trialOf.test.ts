import { describe, expect, it } from "vitest";
import { type TrialChoice, trialOf } from "./trialOf.ts";

const choice: TrialChoice = {
  festival: "policy",
  window: { before: 10, during: 7, after: 14 },
  method: "seats",
  log: true,
  outliers: "none",
  order: "airline",
  workingDays: false,
};

describe("other settings as the server is asked", () => {
  it("leaves the festival to the policy where the form does", () => {
    expect(trialOf(choice)).toEqual({
      method: "seats",
      log: true,
      outliers: "none",
      order: "airline",
      workingDays: false,
    });
  });

  it("gives days, a search, or none", () => {
    expect(trialOf({ ...choice, festival: "given" })).toMatchObject({ festival: choice.window });
    expect(trialOf({ ...choice, festival: "searched" })).toMatchObject({ festival: "searched" });
    expect(trialOf({ ...choice, festival: "none" })).toMatchObject({ festival: null });
  });
});
