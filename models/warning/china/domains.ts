import type { Words } from "../../indicators/indicator.ts";
import type { Transform } from "./candidate.ts";

export interface HeatMember {
  /** Id of the catalogue. */
  indicator: string;
  /** Which end is hot: high growth, low unemployment. */
  hot: "high" | "low";
  /** Flows swing with the season: of them the growth of twelve months is taken. */
  transform: Extract<Transform, "published" | "growth12">;
  festival?: true;
}

export interface HeatDomain {
  id: string;
  title: Words;
  members: readonly HeatMember[];
}

const high = (indicator: string): HeatMember => ({ indicator, hot: "high", transform: "published" });
const low = (indicator: string): HeatMember => ({ indicator, hot: "low", transform: "published" });
const festive = (indicator: string): HeatMember => ({ ...high(indicator), festival: true });
const yearly = (indicator: string): HeatMember => ({ indicator, hot: "high", transform: "growth12" });

/**
 * Domains of the heat map, from what the catalogue holds for the nation. Real estate has no monthly national series here: quarterly value
 * added stands for it and speaks in the last month of a quarter. Investment has none on comparable coverage and is left out.
 */
export const HEAT_DOMAINS: readonly HeatDomain[] = [
  {
    id: "growth",
    title: { zh: "增长", en: "Growth" },
    members: [
      high("iva.yoy"),
      high("pmi.manufacturing"),
      high("pmi.non-manufacturing"),
      high("electricity.ytd-yoy"),
    ],
  },
  {
    id: "consumption",
    title: { zh: "消费", en: "Consumption" },
    members: [high("retail.yoy"), high("consumer-confidence.index")],
  },
  {
    id: "employment",
    title: { zh: "就业", en: "Employment" },
    members: [low("unemployment.surveyed"), low("unemployment.31-cities"), high("working-hours.weekly")],
  },
  {
    id: "prices",
    title: { zh: "物价", en: "Prices" },
    members: [festive("cpi.yoy"), high("ppi.yoy"), high("cgpi.index")],
  },
  {
    id: "trade",
    title: { zh: "外贸外资", en: "Trade and foreign investment" },
    members: [festive("exports.yoy"), festive("imports.yoy"), festive("fdi.yoy")],
  },
  {
    id: "finance",
    title: { zh: "金融信贷", en: "Finance and credit" },
    members: [high("m1.yoy"), high("m2.yoy"), yearly("loans.new"), yearly("tsf.flow")],
  },
  {
    id: "real-estate",
    title: { zh: "房地产", en: "Real estate" },
    members: [high("gdp.real-estate.yoy"), high("gdp.construction.yoy")],
  },
  {
    id: "fiscal",
    title: { zh: "财政", en: "Public finance" },
    members: [festive("fiscal-revenue.yoy"), high("tax.ytd-yoy")],
  },
  {
    id: "commodities",
    title: { zh: "能源与大宗商品", en: "Energy and commodities" },
    members: [high("cgpi.energy.index"), high("cgpi.minerals.index"), high("cgpi.agriculture.index")],
  },
];
