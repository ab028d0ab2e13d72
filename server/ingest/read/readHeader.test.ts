import { expect, it } from "vitest";
import { readHeader } from "./readHeader.ts";

it("finds the columns of the tidy format in any order, others are passed over", () => {
  expect(readHeader(["note", "value", "period", "region", "indicator", "vintage"], false)).toMatchObject({
    kind: "read",
    places: { indicator: 4, region: 3, period: 2, value: 1, vintage: 5, status: -1 },
    width: 6,
  });
});

it("reads Chinese headers, with a byte-order mark and full-width letters", () => {
  expect(readHeader(["\uFEFF指标", "地区", "时期", "数值", "状态", "原因", "发布日"], false)).toMatchObject({
    kind: "read",
    places: { indicator: 0, reason: 5, vintage: 6, vintage_basis: -1 },
  });
});

it("names the columns that are missing; the release day may come with the document", () => {
  expect(readHeader(["指标", "时期", "数值"], false)).toEqual({
    kind: "missing",
    columns: ["region", "vintage"],
  });
  expect(readHeader(["指标", "地区", "时期", "数值"], true)).toMatchObject({ kind: "read" });
});

it("a column that stands twice is not chosen from", () => {
  expect(readHeader(["指标", "地区", "时期", "数值", "指标值", "发布日"], false)).toEqual({
    kind: "repeated",
    column: "value",
  });
});
