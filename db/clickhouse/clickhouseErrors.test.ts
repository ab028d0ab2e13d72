import { ClickHouseError } from "@clickhouse/client";
import { describe, expect, it } from "vitest";
import { AppError } from "../../models/errors.ts";
import { storeError } from "./clickhouseErrors.ts";

const engine = (code: string) => new ClickHouseError({ message: "as the engine said", code, type: "X" });

describe("what the engine refused, in our words", () => {
  it.each([
    ["159", "time-out"],
    ["241", "limit-exceeded"],
    ["396", "limit-exceeded"],
    ["394", "cancelled"],
    ["62", "invalid-input"],
    ["60", "store-unavailable"],
  ])("code %s is %s and keeps the engine's sentence", (code, ours) => {
    const error = storeError(engine(code));
    expect([error.code, error.message]).toEqual([ours, "the figure store refused: as the engine said"]);
  });

  it("names our own cancelling or time limit before whatever the engine answered", () => {
    expect(storeError(engine("394"), "time-out").code).toBe("time-out");
    expect(storeError(new Error("socket closed"), "cancelled").code).toBe("cancelled");
  });

  it("passes our own errors on", () => {
    const own = new AppError("already-running", "in use");
    expect(storeError(own)).toBe(own);
  });
});
