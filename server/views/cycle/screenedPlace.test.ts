import { describe, expect, it } from "vitest";
import { screenedPlace } from "./screenedPlace.ts";

const at = (lag: number) => ({ correlation: { lag, value: 0.5 } });

describe("the group that a member's screening bears out", () => {
  it("is its own where the lag allows it: leading leads, lagging lags, coincident stays within two months", () => {
    expect(screenedPlace(at(-1), "leading")).toBe("leading");
    expect(screenedPlace(at(1), "lagging")).toBe("lagging");
    expect(screenedPlace(at(-2), "coincident")).toBe("coincident");
    expect(screenedPlace(at(2), "coincident")).toBe("coincident");
  });
  it("is another where it does not", () => {
    expect(screenedPlace(at(4), "leading")).toBe("lagging");
    expect(screenedPlace(at(0), "leading")).toBe("coincident");
    expect(screenedPlace(at(-3), "coincident")).toBe("leading");
    expect(screenedPlace(at(-3), "lagging")).toBe("leading");
  });
  it("is unknown where nothing could be measured", () => {
    expect(screenedPlace({ correlation: null }, "leading")).toBeNull();
  });
});
