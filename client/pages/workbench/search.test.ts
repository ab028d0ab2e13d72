import { describe, expect, it } from "vitest";
import { parseSearch, stringifySearch } from "../../api/searchParams.ts";
import { chosenFacets, workbenchSearch } from "./search.ts";

describe("the workbench's address", () => {
  it("a link brings back the question, the filters and the comparison", () => {
    const search = workbenchSearch({
      q: "cpi",
      themes: "macro,carbon",
      sel: "cpi.yoy@CHN,gdp.yoy@110000",
      range: "5y",
    });
    expect(workbenchSearch(parseSearch(stringifySearch({ ...search })))).toEqual(search);
    expect(search.sel).toEqual(["cpi.yoy@CHN", "gdp.yoy@110000"]);
  });

  it("what no filter offers is dropped", () => {
    expect(workbenchSearch({ themes: "astrology", sort: "luck", sel: "x" })).toEqual({});
  });

  it("only chosen facets travel to the server", () => {
    expect(chosenFacets(workbenchSearch({ q: "x", frequencies: "M" }))).toEqual({ frequencies: ["M"] });
  });
});
