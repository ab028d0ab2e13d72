import { describe, expect, it } from "vitest";
import { breaksOf } from "./breaksOf.ts";

const periods = ["2020-11", "2020-12", "2021-01", "2021-02"];
const note = {
  from: "2021",
  text: { zh: "换基期：以2020年为基期。此前以2015年为基期", en: "Base year 2020, before that 2015" },
};

describe("breaks on the chart", () => {
  it("a break stands at the first period it touches", () => {
    expect(breaksOf([note], periods, "zh")).toEqual([{ period: "2021-01", text: "换基期：以2020年为基期" }]);
  });

  it("a break before the range and a note without a date are not drawn", () => {
    expect(breaksOf([{ ...note, from: "2016" }, { text: note.text }], periods, "zh")).toEqual([]);
  });
});
