import { describe, expect, it } from "vitest";
import { runsSearch } from "./search.ts";

describe("the address of the runs page", () => {
  it("keeps what is offered", () => {
    const search = { kind: "analysis", state: "refused", before: "120", run: 7 };
    expect(runsSearch(search)).toEqual({ kind: "analysis", state: "refused", before: 120, run: 7 });
  });
  it("drops what is not", () => {
    expect(runsSearch({ kind: "mystery", state: "asleep", before: "-1", run: "x" })).toEqual({});
  });
});
