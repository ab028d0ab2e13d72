import { describe, expect, it } from "vitest";
import { nextAddress } from "./nextAddress.ts";

const here = { pathname: "/alerts", search: "?states=open&asof=2021-10-31&lang=en" };

describe("where a link leads", () => {
  it("takes the day looked back to along, but not the filters of another page", () => {
    expect(nextAddress(here, { to: "/indicator/$id", params: { id: "ppi.yoy" } })).toBe(
      "/indicator/ppi.yoy?asof=2021-10-31&lang=en",
    );
  });
  it("goes back to today when it says so", () => {
    expect(nextAddress(here, { to: ".", search: (before) => ({ ...before, asof: undefined }) })).toBe(
      "/alerts?states=open&lang=en",
    );
  });
  it("writes lists with commas and leaves out what is absent", () => {
    const search = { states: ["open", "in-work"], q: undefined, mine: true };
    expect(nextAddress({ pathname: "/", search: "" }, { to: "/alerts", search })).toBe(
      "/alerts?states=open,in-work&mine=1",
    );
  });
});
