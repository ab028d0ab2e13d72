import { beforeAll, describe, expect, it } from "vitest";
import type {
  CockpitView,
  FanView,
  KpiCard,
  LightRow,
  WarningIndexView,
} from "../../server/routers/views.ts";
import { loadEnglish } from "../words/loadEnglish.ts";
import { fanTable } from "./growthFan.tsx";
import { LATER_PANELS } from "./laterPanels.ts";
import { cellOf } from "./lightsTable.tsx";
import { changeText } from "./mainIndicators.tsx";
import { OUTLOOK_PANELS } from "./outlookPanels.ts";
import { LATER_IDS, PLACES } from "./places.ts";
import { provinceTiles } from "./provinceTiles.tsx";
import { COCKPIT_PANELS } from "./registry.ts";
import { distanceText } from "./warningIndex.tsx";

beforeAll(() => loadEnglish());

describe("every panel of the cockpit", () => {
  it("has an id of its own, a question in both languages, an audience and a place", () => {
    const ids = COCKPIT_PANELS.map((p) => p.id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(Object.keys(PLACES).sort()).toEqual(ids.toSorted());
    for (const p of COCKPIT_PANELS) {
      expect(p.question.zh).toMatch(/？$/);
      expect(p.question.en).toMatch(/\?$/);
      expect(p.audience.length).toBeGreaterThan(0);
      expect(p.height).toMatch(/rem$/);
    }
  });
  it("keeps the places of what comes later in the order in which it comes", () => {
    expect([...OUTLOOK_PANELS, ...LATER_PANELS].map((p) => p.id)).toEqual([...LATER_IDS]);
  });
});

const zhCard = { unit: "percent", decimals: 1, forecast: null } as KpiCard;

describe("a main indicator's change", () => {
  it("is in percentage points against the period before, signed with a true minus", () => {
    const card = { ...zhCard, value: -0.1, previous: 0.1, previousPeriod: "2025-03" };
    expect(changeText(card, "zh")).toBe("较2025年3月 −0.2个百分点");
    expect(changeText(card, "en")).toBe("−0.2 pp on Mar 2025");
  });
  it("says unchanged where the difference rounds to nothing", () => {
    const card = { ...zhCard, value: 5.04, previous: 5.0, previousPeriod: "2024-Q4" };
    expect(changeText(card, "zh")).toBe("与2024年四季度持平");
  });
  it("is silent without a figure before it", () => {
    expect(changeText({ ...zhCard, value: 5, previous: null, previousPeriod: null }, "zh")).toBe("");
  });
  it("gives a forecast its maker and its interval instead", () => {
    const card = {
      ...zhCard,
      value: 5,
      previous: 4,
      previousPeriod: "2025-Q1",
      forecast: { model: "ETS", lower: 4.6, upper: 5.4 },
    };
    expect(changeText(card, "zh")).toBe("ETS 预测 · 80%区间 4.6–5.4");
  });
});

const index = {
  light: 3,
  toUp: 26.7,
  toDown: 6.7,
  nearest: [
    { short: { zh: "CPI", en: "CPI" }, unit: "percent", decimals: 1, distance: 0.2, towards: 3 },
    { short: { zh: "PPI", en: "PPI" }, unit: "percent", decimals: 1, distance: 0.01, towards: 2 },
  ],
  history: [{ min: 90, max: 90 }],
} as unknown as WarningIndexView;

describe("how far the index is from another zone", () => {
  it("is said in points, and for the nearest members in their own unit", () => {
    expect(distanceText(index, "zh")).toBe(
      "距偏冷区 6.7 点，距偏热区 26.7 点。最近的越线：CPI再变动 +0.2个百分点即转正常；PPI已在界限上，再动即转偏冷。",
    );
  });
  it("comes after the range it may end in while members are missing", () => {
    const open = { ...index, nearest: [], history: [{ min: 86, max: 94 }] } as unknown as WarningIndexView;
    expect(distanceText(open, "en")).toBe(
      "Not all in: the index may end between 86.0 and 94.0. 6.7 points above the cool zone, 26.7 points below the warm zone. ",
    );
  });
});

describe("a cell of the lights table", () => {
  const row = { short: { zh: "CPI", en: "CPI" }, unit: "percent", decimals: 1 } as LightRow;
  it("says month, figure and light", () => {
    const cell = { period: "2025-04", light: 2, value: -0.1, carried: false, reason: null } as const;
    expect(cellOf(row, cell, "zh")).toMatchObject({ title: "2025年4月 · CPI · −0.1% · 偏冷", value: "−0.1" });
  });
  it("says why there is no figure, and that the light is carried over", () => {
    const cell = {
      period: "2025-01",
      light: 3,
      value: null,
      carried: true,
      reason: "combined-with-next",
    } as const;
    expect(cellOf(row, cell, "zh").title).toBe("2025年1月 · CPI · 与下期合并公布 · 正常（沿用上期灯号）");
  });
});

it("the provinces of a day that knew too few are a sentence, not a map without a year", () => {
  const words = { zh: "x", en: "x" };
  const provinces = {
    period: null,
    vintage: null,
    tiles: [],
    name: words,
    source: words,
    method: words,
    unit: "percent",
  };
  const view = provinceTiles.view(
    { provinces, provincesTitle: { text: words } } as unknown as CockpitView,
    "zh",
  );
  expect(view.empty?.text).toContain("不足一半");
  expect(view.subtitle).toBeUndefined();
});

describe("the table behind the fan", () => {
  const fan = {
    name: { zh: "GDP", en: "GDP" },
    unit: "percent",
    decimals: 1,
    history: { periods: ["2024-Q4", "2025-Q1"], values: [5.4, null] },
    forecast: { periods: ["2025-Q2"], mean: [5], intervals: [{ level: 80, lower: [4.5], upper: [5.5] }] },
  } as unknown as FanView;
  it("puts the forecast first, with its interval, and leaves gaps empty", () => {
    expect(fanTable(fan, "zh").rows).toEqual([
      ["2025年二季度", "5.0", "4.5 – 5.5"],
      ["2025年一季度", "", ""],
      ["2024年四季度", "5.4", ""],
    ]);
  });
});
