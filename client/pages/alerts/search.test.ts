import { describe, expect, it } from "vitest";
import { inboxView } from "./inboxView.ts";
import { alertsSearch } from "./search.ts";

describe("the address of the inbox", () => {
  it("reads filters written with commas and drops what is not offered", () => {
    expect(
      alertsSearch({ states: "open,in-work,gone", kinds: "level", mine: "1", id: "42", q: "PMI" }),
    ).toEqual({
      states: ["open", "in-work"],
      kinds: ["level"],
      mine: true,
      id: 42,
      q: "PMI",
    });
  });
  it("is empty for an inbox as it comes", () => {
    expect(alertsSearch({ states: "nonsense", id: "x" })).toEqual({});
  });
  it("names the ready-made view it shows", () => {
    expect(inboxView({})).toBe("live");
    expect(inboxView({ mine: true })).toBe("mine");
    expect(inboxView({ states: ["closed"] })).toBe("closed");
    expect(inboxView({ states: ["open", "closed"] })).toBeNull();
    expect(inboxView({ states: ["open"], mine: true })).toBeNull();
  });
});
