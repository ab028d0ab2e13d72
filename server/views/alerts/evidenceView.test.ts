import { expect, it } from "vitest";
import type { Evidence } from "../../../models/warning/contract.ts";
import type { Services } from "../../services.ts";
import { evidenceView } from "./evidenceView.ts";

const models = {
  get: (id: string) => (id === "ets" ? { model: { title: { zh: "指数平滑", en: "ETS" } } } : null),
} as unknown as Pick<Services["models"], "get">;
const line: Evidence = {
  condition: { zh: "当前值", en: "the figure" },
  value: 1,
  threshold: 0,
  unit: "percent",
  met: true,
  period: "2025-04",
};

it("names the agency, the model or the analysis that a number comes from, with its vintage", () => {
  const from = (kind: "indicator" | "model" | "analysis", id: string) =>
    evidenceView(models, [{ ...line, from: { kind, id, vintage: "2025-05-10" } }])[0]!;
  expect(from("indicator", "cpi.yoy")).toEqual({
    ...line,
    source: expect.objectContaining({ zh: "国家统计局" }),
    vintage: "2025-05-10",
  });
  expect(from("model", "ets").source).toEqual({ zh: "模型“指数平滑”", en: "ETS (model)" });
  expect(from("model", "gone").source!.zh).toBe("模型“gone”");
  expect(from("analysis", "risk").source!.en).toBe("Composite risk (analysis)");
});

it("reads alerts kept before sources were recorded", () => {
  expect(evidenceView(models, [line])).toEqual([{ ...line, source: null, vintage: null }]);
});
