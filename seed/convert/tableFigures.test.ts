import { describe, expect, it } from "vitest";
import { combinedFigures, tableFigures } from "./tableFigures.ts";
import { TABLES } from "./tables.ts";

const table = (name: string) => TABLES.find((t) => t.name === name)!;
const brief = (figures: readonly { indicator: string; region: string; period: string; text: string }[]) =>
  figures.map((f) => [f.indicator, f.region, f.period, f.text].join(" "));

describe("a table's cells become figures", () => {
  it("blank cells become none, running totals run from January", () => {
    const rows = [{ period: "2025-Q1", tax_ytd: "47450", tax_ytd_yoy: "" }];
    expect(brief(tableFigures(table("tax"), rows))).toEqual(["tax.ytd CHN 2025-01/P3M 47450"]);
  });

  it("a February of industry equal to the running total is January–February; one that differs is February", () => {
    const rows = [
      { period: "2012-02", iva_yoy: "21.3", iva_ytd_yoy: "11.4" },
      { period: "2013-02", iva_yoy: "9.9", iva_ytd_yoy: "9.9" },
    ];
    expect(brief(tableFigures(table("industry"), rows))).toEqual([
      "iva.yoy CHN 2012-02 21.3",
      "iva.ytd-yoy CHN 2012-01/P2M 11.4",
      "iva.yoy CHN 2013-01/P2M 9.9",
      "iva.ytd-yoy CHN 2013-01/P2M 9.9",
    ]);
  });

  it("retail without January and February takes the running total as January–February, with January not", () => {
    const row = (period: string, month: string) => ({
      period,
      retail_value: month,
      retail_yoy: "",
      retail_ytd: "81306.9",
      retail_ytd_yoy: "5.5",
    });
    expect(brief(combinedFigures(table("retail"), [row("2024-02", "")]))).toEqual([
      "retail.value CHN 2024-01/P2M 81306.9",
      "retail.yoy CHN 2024-01/P2M 5.5",
    ]);
    const withJanuary = combinedFigures(table("retail"), [
      row("2011-01", "15249"),
      row("2011-02", "13769.1"),
    ]);
    expect(brief(withJanuary)).toEqual(["retail.yoy CHN 2011-01/P2M 5.5"]);
  });

  it("January's trade came out with February's from 2020 on", () => {
    const row = (period: string) => ({
      period,
      exports_kusd: "1",
      exports_yoy: "",
      imports_kusd: "",
      imports_yoy: "",
    });
    const [before, since] = tableFigures(table("trade"), [row("2019-01"), row("2020-01")]);
    expect([before?.cameOutWith, since?.cameOutWith]).toEqual([undefined, "2020-02"]);
  });

  it("house prices stand for the cities, the world's emissions for the world", () => {
    const house = {
      period: "2025-04",
      beijing_new_yoy_index: "95.0",
      beijing_second_hand_yoy_index: "",
      shanghai_new_yoy_index: "105.9",
      shanghai_second_hand_yoy_index: "",
    };
    expect(brief(tableFigures(table("house-prices"), [house]))).toEqual([
      "house-price.new.index 110000 2025-04 95.0",
      "house-price.new.index 310000 2025-04 105.9",
    ]);
    const world = {
      country: "World",
      year: "2018",
      co2_mt: "36572.754",
      co2_per_capita: "",
      coal_co2: "",
      oil_co2: "",
      gas_co2: "",
      primary_energy_twh: "",
    };
    expect(brief(tableFigures(table("energy-climate"), [world]))).toEqual(["co2.total WLD 2018 36572.754"]);
  });

  it("a reserve requirement stands on the day of effect, known since announced, and the chain must hold", () => {
    const change = (effective: string, before: string, after: string) => ({
      announced: "2007-01-05",
      effective,
      large_before: before,
      large_after: after,
      small_before: before,
      small_after: after,
    });
    const rows = [change("2007-01-15", "9.0", "9.5"), change("2007-02-25", "9.5", "10.0")];
    const figures = tableFigures(table("rrr"), rows).filter((f) => f.indicator === "rrr.large");
    expect(figures.map((f) => [f.period, f.text, f.announced])).toEqual([
      ["2007-01-14", "9.0", "2007-01-05"],
      ["2007-01-15", "9.5", "2007-01-05"],
      ["2007-02-25", "10.0", "2007-01-05"],
    ]);
    const broken = [change("2007-01-15", "9.0", "9.5"), change("2007-02-25", "9.0", "10.0")];
    expect(() => tableFigures(table("rrr"), broken)).toThrow("2007-02-25 starts from 9.0");
  });

  it("a column that is not there is an error, not a gap", () => {
    expect(() => tableFigures(table("ppi"), [{ period: "2025-01", ppi_yoy: "1" }])).toThrow(
      'no column "ppi_ytd_yoy"',
    );
  });
});
