import { describe, expect, it } from "vitest";
import { ALERT_STATES } from "./alert.ts";
import { mayMove } from "./mayMove.ts";

describe("what a person may do with an alert", () => {
  it.each([
    ["open", "acknowledged", true],
    ["open", "in-work", true],
    ["open", "silenced", true],
    ["acknowledged", "in-work", true],
    ["acknowledged", "open", false],
    ["in-work", "closed", true],
    ["closed", "open", true],
    ["closed", "in-work", false],
    ["silenced", "open", true],
    ["silenced", "acknowledged", false],
  ] as const)("a leader takes %s to %s: %s", (from, to, may) => {
    expect(mayMove(from, to, "leader")).toBe(may);
  });

  it("nobody moves an alert to where it already is", () => {
    for (const state of ALERT_STATES) expect(mayMove(state, state, "administrator")).toBe(false);
  });

  it("modelers and stewards move none", () => {
    for (const role of ["modeler", "steward"] as const)
      for (const from of ALERT_STATES)
        for (const to of ALERT_STATES) expect(mayMove(from, to, role)).toBe(false);
  });
});
