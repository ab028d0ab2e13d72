import { SPRING_FESTIVAL_WINDOW } from "../holidays/springFestivalBlocks.ts";
import type { SeasonalPolicy } from "./seasonalPolicy.ts";

const flow = {
  kind: "flow",
  log: true,
  festival: "searched",
  workingDays: true,
  method: "x11",
  order: "airline",
  outliers: "searched",
  revision: "last-outliers",
} as const;

const RETAIL = { total: "retail.ytd", growth: "retail.ytd-yoy" } as const;
const REVENUE = { total: "fiscal-revenue.ytd", growth: "fiscal-revenue.ytd-yoy" } as const;
const POWER = { total: "electricity.ytd", growth: "electricity.ytd-yoy" } as const;

/** January and February mostly come as one: months apart are themselves made with a window, so none is searched for. */
const combinedFlow = { ...flow, festival: SPRING_FESTIVAL_WINDOW, workingDays: false } as const;

/**
 * Running totals have every month from 2006 on, but for January, published apart in 2010 alone. Three windows cannot be told
 * apart with that: holiday and return are one, the best of those tried by AICc.
 */
const electricity = {
  ...combinedFlow,
  from: "2006-01",
  festival: { before: 0, during: 21, after: 0 },
  restated: POWER,
} as const;

const stock = { ...flow, kind: "stock", workingDays: false } as const;

/** Flows of credit fall below zero in some months: parts add. */
const credit = { ...flow, log: false, workingDays: false, method: "seats" } as const;

/**
 * The catalogue's series that are adjusted here, each by X-11 where its quality passes, by SEATS where only that does. Which were
 * tried and are not among them, and why, is told by `NOT_ADJUSTED`.
 */
export const SEASONAL_POLICIES: readonly SeasonalPolicy[] = [
  { indicator: "exports.usd", ...flow },
  { indicator: "imports.usd", ...flow },
  { indicator: "retail.value", ...combinedFlow, method: "seats", comparable: RETAIL },
  { indicator: "fiscal-revenue.value", ...combinedFlow, method: "seats", comparable: REVENUE },
  { indicator: "electricity.ytd", ...electricity, comparable: POWER },
  { indicator: "electricity.secondary.ytd", ...electricity, from: "2008-01" },
  { indicator: "electricity.tertiary.ytd", ...electricity },
  { indicator: "electricity.residential.ytd", ...electricity, method: "seats" },
  { indicator: "tsf.flow", ...credit },
  { indicator: "tsf.rmb-loans", ...credit },
  { indicator: "tsf.fx-loans", ...credit },
  { indicator: "tsf.corporate-bonds", ...credit },
  { indicator: "tsf.bank-acceptances", ...credit, festival: SPRING_FESTIVAL_WINDOW },
  { indicator: "m1.level", ...stock },
  { indicator: "m2.level", ...stock },
  { indicator: "deposits.level", ...stock },
];

/** The policy of a series; null where it is not adjusted. */
export const seasonalPolicyOf = (indicator: string): SeasonalPolicy | null =>
  SEASONAL_POLICIES.find((p) => p.indicator === indicator) ?? null;
