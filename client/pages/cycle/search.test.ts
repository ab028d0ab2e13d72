import { expect, it } from "vitest";
import { cycleSearch } from "./search.ts";

it("keeps what the page offers and drops what it does not", () => {
  expect(cycleSearch({ method: "textbook", at: "2020-02", group: "lagging", all: "1" })).toEqual({
    method: "textbook",
    at: "2020-02",
    group: "lagging",
    all: true,
  });
  expect(cycleSearch({ method: "x", at: "2020-13", clock: "sectors", lights: "", all: "0" })).toEqual({});
});
