import { describe, expect, it } from "vitest";
import { riskSearch } from "./search.ts";

describe("the address of the risk watch", () => {
  it("reads the event, the range and the open domains, and drops what is no id", () => {
    expect(riskSearch({ event: "export-slump", range: "5", open: "prices,trade,<b>" })).toEqual({
      event: "export-slump",
      range: "5",
      open: ["prices", "trade"],
    });
  });
  it("is empty for the page as it comes", () => {
    expect(riskSearch({ event: "../x", range: "10", open: "" })).toEqual({});
    expect(riskSearch({ range: "7" })).toEqual({});
  });
});
