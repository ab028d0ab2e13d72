import { describe, expect, it } from "vitest";
import { breaksOf } from "./breaksOf.ts";

const periods = ["2020-11", "2020-12", "2021-01", "2021-02"];
const note = {
  from: "2021",
  text: { zh: "换基期：以2020年为基期。此前以2015年为基期", en: "Base year 2020, before that 2015" },
};

describe("breaks on the chart", () => {
  it("a break stands at the first period it touches", () => {
    expect(breaksOf([note], periods, "zh", "口径变化")).toEqual([
      { period: "2021-01", text: "换基期：以2020年为基期" },
    ]);
  });

  it("a long note is named in general on the chart", () => {
    const long = {
      from: "2021",
      text: { zh: "自本期起统计范围扩大到全部规模以上服务业企业", en: "Wider scope from here on" },
    };
    expect(breaksOf([long], periods, "zh", "口径变化")[0]?.text).toBe("口径变化");
  });

  it("a break before the range and a note without a date are not drawn", () => {
    expect(breaksOf([{ ...note, from: "2016" }, { text: note.text }], periods, "zh", "口径变化")).toEqual([]);
  });
});
