import type { Words } from "../indicators/indicator.ts";
import type { ForecastModel } from "./contract.ts";

/** What explains a target, and why it was taken. */
export interface DriverChoice {
  /** National indicators of the target's own frequency. */
  same: readonly string[];
  /** Monthly indicators of single months, for models that mix frequencies. */
  monthly?: readonly string[];
  why: Words;
}

/** Reads monthly drivers for a quarterly target. */
const MIXED: ReadonlySet<string> = new Set(["bridge", "midas"]);
/** Must know its drivers over the horizon: they are carried on by their own exponential smoothing (`besideDrivers.ts`). */
const LOOKS_AHEAD: ReadonlySet<string> = new Set(["arimax"]);

/**
 * Drivers of each target. Chosen by what the figure is made of or moves with, and by what the base holds: only series of
 * the nation with a long stretch without gaps. None was chosen by trying which one scores best.
 */
const DRIVERS: Readonly<Record<string, DriverChoice>> = {
  "cpi.yoy": {
    same: ["ppi.yoy", "m2.yoy"],
    why: {
      zh: "上游出厂价格与货币增速先于消费价格变动",
      en: "Upstream prices and money move before consumer prices",
    },
  },
  "ppi.yoy": {
    same: ["pmi.manufacturing", "imports.yoy"],
    why: {
      zh: "制造业需求先行，进口额同比带有国际大宗商品价格",
      en: "Demand of manufacturing leads; imports carry world commodity prices",
    },
  },
  "pmi.manufacturing": {
    same: ["pmi.non-manufacturing", "m2.yoy"],
    why: { zh: "同日公布的服务业景气与货币条件", en: "The services index of the same day, and money" },
  },
  "iva.yoy": {
    same: ["pmi.manufacturing", "exports.yoy"],
    why: {
      zh: "采购经理指数与出口均早于工业增加值公布",
      en: "The PMI and exports are published before industrial output",
    },
  },
  "retail.yoy": {
    same: ["cpi.yoy", "pmi.non-manufacturing"],
    why: {
      zh: "社零为名义额，随价格变动；服务业景气反映客流",
      en: "Retail sales are nominal and move with prices; services activity tells of custom",
    },
  },
  "m2.yoy": {
    same: ["m1.yoy", "ppi.yoy"],
    why: { zh: "同口径的活期部分与名义需求", en: "Its liquid part, and nominal demand" },
  },
  "exports.yoy": {
    same: ["pmi.manufacturing", "imports.yoy"],
    why: {
      zh: "制造业景气早于海关公布；进口含加工贸易用料",
      en: "The PMI comes before customs figures; imports feed processing trade",
    },
  },
  "imports.yoy": {
    same: ["pmi.manufacturing", "exports.yoy"],
    why: {
      zh: "制造业景气反映用料需求；出口带动加工贸易进口",
      en: "The PMI tells of demand for inputs; exports pull processing imports",
    },
  },
  "fiscal-revenue.ytd-yoy": {
    same: ["ppi.yoy", "imports.yoy"],
    why: {
      zh: "增值税随工业品价格、进口环节税随进口额变动",
      en: "Value-added tax moves with industrial prices, import taxes with imports",
    },
  },
  "unemployment.surveyed": {
    same: ["pmi.manufacturing", "pmi.non-manufacturing"],
    why: { zh: "两类企业的用工需求", en: "Demand for labour in both kinds of firms" },
  },
  "tsf.flow": {
    same: ["m2.yoy", "pmi.manufacturing"],
    why: { zh: "货币供给与实体融资需求", en: "Supply of money and demand for credit" },
  },
  "electricity.ytd-yoy": {
    same: ["pmi.manufacturing", "ppi.yoy"],
    why: {
      zh: "用电以工业为主，随制造业景气变动",
      en: "Industry uses most electricity and moves with manufacturing",
    },
  },
  "gdp.yoy": {
    same: ["tax.ytd-yoy"],
    monthly: ["iva.yoy", "retail.yoy", "exports.yoy", "pmi.manufacturing"],
    why: {
      zh: "生产、消费、外需与景气的月度指标，早于季度核算公布；季度指标中仅税收与其同步且无缺口",
      en: "Monthly output, consumption, trade and sentiment come before the quarter's accounts; of quarterly series only taxes run without gaps",
    },
  },
  "gdp.ytd-yoy": {
    same: ["tax.ytd-yoy"],
    monthly: ["iva.yoy", "retail.yoy", "exports.yoy", "pmi.manufacturing"],
    why: {
      zh: "同当季增速；年初累计与当季在一季度相同",
      en: "As for the quarter's growth; the two agree in the first quarter",
    },
  },
};

/** The drivers a model reads for a target; none for a model that reads none or a target without a choice. */
export function driversOf(model: Pick<ForecastModel, "id" | "supports">, target: string): readonly string[] {
  const choice = DRIVERS[target];
  if (!choice || !model.supports.drivers) return [];
  return MIXED.has(model.id) ? (choice.monthly ?? []) : choice.same;
}

/** Why these drivers; null where a target has none. */
export function driverReason(target: string): Words | null {
  return DRIVERS[target]?.why ?? null;
}

/** How a model wants its drivers: of another frequency, over the horizon, or beside the target. */
export function driverUse(model: Pick<ForecastModel, "id">): "mixed" | "ahead" | "beside" {
  if (MIXED.has(model.id)) return "mixed";
  return LOOKS_AHEAD.has(model.id) ? "ahead" : "beside";
}
