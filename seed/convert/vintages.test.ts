import { describe, expect, it } from "vitest";
import type { ReleaseRecord } from "./releaseRecords.ts";
import { sameFigure } from "./releaseRecords.ts";
import { provinceVintages, withVintages } from "./vintages.ts";

const figure = (period: string, text: string) => ({ indicator: "m2.yoy", region: "CHN", period, text });
const record = (period: string, released: string, actual: string): ReleaseRecord => ({
  indicator: "m2.yoy",
  table: "money",
  period,
  released,
  actual,
  consensus: "",
  previous: "",
});

describe("a record and a table speak of the same figure", () => {
  it.each([
    ["3.4", "3.3653", true],
    ["0.0", "0.0049", true],
    ["8", "8.0", true],
    ["10.6", "10.5", false],
    ["-0.6", "-0.5505", true],
    ["32820", "32816.62", true],
    ["31390", "31399.49", true],
    ["38200", "38213.15", true],
    ["30700", "30879.24", false],
  ])("%s and %s: %s", (recorded, tabled, same) => expect(sameFigure(recorded, tabled)).toBe(same));
});

describe("a figure gets the day its source first said so", () => {
  it("the record's, with the table's digits, where both agree", () => {
    expect(
      withVintages([figure("2017-11", "9.1148")], [record("2017-11", "2017-12-11", "9.1")], "2025-05-31"),
    ).toMatchObject([
      { value: "9.1148", vintage: "2017-12-11", vintageBasis: "release-record", status: "normal" },
    ]);
  });

  it("the record's for what was first said, and the tables' day for the revision", () => {
    expect(
      withVintages([figure("2017-01", "10.7032")], [record("2017-01", "2017-02-14", "11.3")], "2025-05-31"),
    ).toMatchObject([
      { value: "11.3", vintage: "2017-02-14", vintageBasis: "release-record", status: "normal" },
      { value: "10.7032", vintage: "2025-05-31", vintageBasis: "document", status: "revised" },
    ]);
  });

  it("the record's where the table is silent, the rule's where no record is", () => {
    expect(
      withVintages([figure("2010-01", "25.98")], [record("2025-05", "2025-06-13", "7.9")], "2025-05-31"),
    ).toMatchObject([
      { period: "2010-01", vintage: "2010-02-12", vintageBasis: "publication-rule" },
      { period: "2025-05", value: "7.9", vintage: "2025-06-13", vintageBasis: "release-record" },
    ]);
  });

  it("a province's 2020 is first what was said before the census, then what stands beside 2021", () => {
    const gdp = (period: string, text: string) => ({
      indicator: "gdp.province.level",
      region: "110000",
      period,
      text,
    });
    const rows = provinceVintages([gdp("2020", "36102.6")], [gdp("2020", "38503.6"), gdp("2021", "44350.7")]);
    expect(rows.map((r) => [r.period, r.value, r.vintage, r.status])).toEqual([
      ["2020", "36102.6", "2021-01-25", "normal"],
      ["2020", "38503.6", "2022-01-25", "revised"],
      ["2021", "44350.7", "2022-01-25", "normal"],
    ]);
  });
});
