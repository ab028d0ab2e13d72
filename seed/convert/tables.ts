import type { IndicatorId } from "../../models/indicators/registry.ts";
import type { SourceTable } from "./sourceTable.ts";

/** Single-quarter accounts: `<concept>_value`, `<concept>_yoy`. */
const INDUSTRIES = {
  gdp: "gdp",
  primary: "gdp.primary",
  secondary: "gdp.secondary",
  tertiary: "gdp.tertiary",
  agriculture: "gdp.agriculture",
  industry: "gdp.industry",
  manufacturing: "gdp.manufacturing",
  construction: "gdp.construction",
  wholesale_retail: "gdp.wholesale-retail",
  transport: "gdp.transport",
  accommodation: "gdp.accommodation",
  finance: "gdp.finance",
  real_estate: "gdp.real-estate",
  it_services: "gdp.it-services",
  leasing_business: "gdp.leasing-business",
  other: "gdp.other",
} as const;

const quarterColumns: Record<string, IndicatorId> = {};
for (const [column, concept] of Object.entries(INDUSTRIES)) {
  quarterColumns[`${column}_value`] = `${concept}.value`;
  quarterColumns[`${column}_yoy`] = `${concept}.yoy`;
}

const GOODS = [
  "copper",
  "aluminium",
  "iron_ore",
  "nickel",
  "zinc",
  "gold",
  "coal_australia",
  "natural_gas_lng_japan",
  "rice_thai",
  "wheat",
  "maize",
  "soybeans",
  "palm_oil",
  "rubber",
  "cotton",
  "sugar",
] as const;

type Dashed<S extends string> = S extends `${infer Head}_${infer Tail}` ? `${Head}-${Dashed<Tail>}` : S;
const dashed = <const S extends string>(name: S): Dashed<S> => name.replaceAll("_", "-") as Dashed<S>;

/** Every official table and what its columns become. */
export const TABLES: readonly SourceTable[] = [
  {
    name: "cpi",
    rows: "month",
    columns: {
      cpi_yoy: "cpi.yoy",
      cpi_mom: "cpi.mom",
      cpi_ytd_yoy: "cpi.ytd-yoy",
      cpi_urban_yoy: "cpi.urban.yoy",
      cpi_urban_mom: "cpi.urban.mom",
      cpi_rural_yoy: "cpi.rural.yoy",
      cpi_rural_mom: "cpi.rural.mom",
    },
  },
  { name: "ppi", rows: "month", columns: { ppi_yoy: "ppi.yoy", ppi_ytd_yoy: "ppi.ytd-yoy" } },
  {
    name: "cgpi",
    rows: "month",
    columns: {
      total: "cgpi.index",
      agriculture: "cgpi.agriculture.index",
      minerals: "cgpi.minerals.index",
      energy: "cgpi.energy.index",
    },
  },
  {
    name: "pmi",
    rows: "month",
    columns: { pmi_mfg: "pmi.manufacturing", pmi_nmfg: "pmi.non-manufacturing" },
  },
  {
    name: "gdp-ytd",
    rows: "quarter",
    columns: {
      gdp_ytd: "gdp.ytd",
      gdp_ytd_yoy: "gdp.ytd-yoy",
      primary_ytd: "gdp.primary.ytd",
      primary_ytd_yoy: "gdp.primary.ytd-yoy",
      secondary_ytd: "gdp.secondary.ytd",
      secondary_ytd_yoy: "gdp.secondary.ytd-yoy",
      tertiary_ytd: "gdp.tertiary.ytd",
      tertiary_ytd_yoy: "gdp.tertiary.ytd-yoy",
    },
  },
  { name: "gdp-quarter", rows: "quarter", columns: quarterColumns },
  {
    name: "industry",
    rows: "month",
    columns: { iva_yoy: "iva.yoy", iva_ytd_yoy: "iva.ytd-yoy" },
    combined: { iva_yoy: "iva_ytd_yoy" },
  },
  {
    name: "fai",
    rows: "month",
    columns: { fai_ytd: "fai.ytd", fai_month_yoy: "fai-reprint.yoy", fai_month_mom: "fai-reprint.mom" },
    apart: { "fai-reprint": ["fai-reprint.yoy", "fai-reprint.mom"] },
  },
  {
    name: "retail",
    rows: "month",
    columns: {
      retail_value: "retail.value",
      retail_yoy: "retail.yoy",
      retail_ytd: "retail.ytd",
      retail_ytd_yoy: "retail.ytd-yoy",
    },
    combined: { retail_value: "retail_ytd", retail_yoy: "retail_ytd_yoy" },
  },
  {
    name: "trade",
    rows: "month",
    columns: {
      exports_kusd: "exports.usd",
      exports_yoy: "exports.yoy",
      imports_kusd: "imports.usd",
      imports_yoy: "imports.yoy",
    },
    januaryWithFebruaryFrom: 2020,
  },
  {
    name: "electricity",
    rows: "month",
    columns: {
      total_ytd: "electricity.ytd",
      primary_ytd: "electricity.primary.ytd",
      secondary_ytd: "electricity.secondary.ytd",
      tertiary_ytd: "electricity.tertiary.ytd",
      residential_ytd: "electricity.residential.ytd",
      total_ytd_yoy: "electricity.ytd-yoy",
    },
  },
  {
    name: "confidence",
    rows: "month",
    columns: {
      consumer_confidence: "consumer-confidence.index",
      consumer_satisfaction: "consumer-satisfaction.index",
    },
    leaveOut: ["consumer_expectation"],
  },
  {
    name: "business-climate",
    rows: "quarter",
    columns: {
      business_climate: "business-climate.index",
      entrepreneur_confidence: "entrepreneur-confidence.index",
    },
  },
  {
    name: "money",
    rows: "month",
    columns: {
      m2: "m2.level",
      m2_yoy: "m2.yoy",
      m1: "m1.level",
      m1_yoy: "m1.yoy",
      m0: "m0.level",
      m0_yoy: "m0.yoy",
    },
  },
  {
    name: "credit",
    rows: "month",
    columns: {
      tsf_flow: "tsf.flow",
      tsf_rmb_loans: "tsf.rmb-loans",
      tsf_fx_loans: "tsf.fx-loans",
      tsf_entrusted_loans: "tsf.entrusted-loans",
      tsf_trust_loans: "tsf.trust-loans",
      tsf_bank_acceptances: "tsf.bank-acceptances",
      tsf_corporate_bonds: "tsf.corporate-bonds",
      tsf_equity: "tsf.equity",
      new_loans: "loans.new",
      deposits: "deposits.level",
    },
  },
  {
    name: "reserves",
    rows: "month",
    columns: { fx_reserves: "fx-reserves.level", gold_reserves: "gold-reserves.level" },
  },
  {
    name: "fiscal",
    rows: "month",
    columns: {
      fiscal_revenue_month: "fiscal-revenue.value",
      fiscal_revenue_yoy: "fiscal-revenue.yoy",
      fiscal_revenue_ytd: "fiscal-revenue.ytd",
      fiscal_revenue_ytd_yoy: "fiscal-revenue.ytd-yoy",
    },
    combined: {
      fiscal_revenue_month: "fiscal_revenue_ytd",
      fiscal_revenue_yoy: "fiscal_revenue_ytd_yoy",
    },
  },
  { name: "tax", rows: "quarter", columns: { tax_ytd: "tax.ytd", tax_ytd_yoy: "tax.ytd-yoy" } },
  {
    name: "unemployment",
    rows: "month",
    columns: {
      surveyed_national: "unemployment.surveyed",
      surveyed_31_cities: "unemployment.31-cities",
      age_16_24_old: "unemployment.age-16-24",
      age_16_24_excl_students: "unemployment.age-16-24-excl-students",
      age_25_29_excl_students: "unemployment.age-25-29-excl-students",
      age_30_59_excl_students: "unemployment.age-30-59-excl-students",
      local_hukou: "unemployment.local-hukou",
      migrant_hukou: "unemployment.migrant-hukou",
      weekly_hours: "working-hours.weekly",
    },
  },
  {
    name: "house-prices",
    rows: "month",
    columns: {
      beijing_new_yoy_index: "house-price.new.index",
      beijing_second_hand_yoy_index: "house-price.second-hand.index",
      shanghai_new_yoy_index: "house-price.new.index",
      shanghai_second_hand_yoy_index: "house-price.second-hand.index",
    },
    regions: {
      beijing_new_yoy_index: "110000",
      beijing_second_hand_yoy_index: "110000",
      shanghai_new_yoy_index: "310000",
      shanghai_second_hand_yoy_index: "310000",
    },
  },
  {
    name: "fdi",
    rows: "month",
    columns: {
      fdi_month: "fdi.value",
      fdi_month_yoy: "fdi.yoy",
      fdi_ytd: "fdi.ytd",
      fdi_ytd_yoy: "fdi.ytd-yoy",
    },
  },
  { name: "rrr", rows: "announced-change", columns: { large: "rrr.large", small: "rrr.small" } },
  { name: "lpr", rows: "day", columns: { lpr_1y: "lpr.1y", lpr_5y: "lpr.5y" } },
  {
    name: "shibor",
    rows: "day",
    columns: {
      overnight: "shibor.overnight",
      "1w": "shibor.1w",
      "1m": "shibor.1m",
      "3m": "shibor.3m",
      "1y": "shibor.1y",
    },
  },
  { name: "province-gdp", rows: "province-years", columns: { "": "gdp.province.level" } },
  { name: "province-gdp-long", rows: "province-years", columns: { "": "gdp.province.level" } },
  {
    name: "oil-monthly",
    rows: "month",
    columns: { brent: "brent.price", wti: "wti.price" },
    regions: { brent: "WLD", wti: "WLD" },
  },
  {
    name: "commodities",
    rows: "month",
    columns: Object.fromEntries(GOODS.map((g): [string, IndicatorId] => [g, `${dashed(g)}.price`])),
    regions: Object.fromEntries(GOODS.map((g) => [g, "WLD"])),
  },
  {
    name: "energy-climate",
    rows: "year-of-country",
    columns: {
      co2_mt: "co2.total",
      co2_per_capita: "co2.per-capita",
      coal_co2: "co2.coal",
      oil_co2: "co2.oil",
      gas_co2: "co2.gas",
      primary_energy_twh: "primary-energy.consumption",
    },
  },
  {
    name: "population",
    rows: "year-of-country",
    columns: {
      population: "population.total",
      pop_65plus_pct: "population.share-65plus",
      pop_0_14_pct: "population.share-0-14",
      pop_15_64_pct: "population.share-15-64",
      birth_rate: "population.birth-rate",
      death_rate: "population.death-rate",
      life_expectancy: "population.life-expectancy",
    },
  },
];
