import { describe, expect, it } from "vitest";
import { heldInside } from "./heldInside.ts";

describe("how often the interval held", () => {
  it("counts actuals on and inside the bounds, and leaves out months still to come", () => {
    expect(heldInside([1, 2, 3.1, null], [1, 1, 1, 1], [3, 3, 3, 3])).toEqual({ inside: 2, of: 3 });
  });
});
