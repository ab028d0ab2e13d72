import { AppError } from "../errors.ts";
import type { SeriesHead } from "../series/series.ts";
import { ACTIVITY } from "./activity.ts";
import { COMMODITIES } from "./commodities.ts";
import { CREDIT } from "./credit.ts";
import { DERIVED } from "./derived.ts";
import { ENERGY } from "./energy.ts";
import { FISCAL } from "./fiscal.ts";
import { NATIONAL_ACCOUNTS } from "./gdp.ts";
import type { Indicator } from "./indicator.ts";
import { INVESTMENT } from "./investment.ts";
import { LABOUR } from "./labour.ts";
import { MONEY } from "./money.ts";
import { POPULATION } from "./population.ts";
import { PRICES } from "./prices.ts";
import { REGIONAL } from "./regional.ts";
import { SIMULATED } from "./simulated.ts";
import { SURVEYS } from "./surveys.ts";
import { TRADE } from "./trade.ts";

export { AGENCIES } from "./agencies.ts";
export { MAINLAND_PROVINCES, REGIONS, regionByCode } from "./regions.ts";

const PACKS = [
  ...NATIONAL_ACCOUNTS,
  ...ACTIVITY,
  ...PRICES,
  ...SURVEYS,
  ...INVESTMENT,
  ...TRADE,
  ...MONEY,
  ...CREDIT,
  ...FISCAL,
  ...LABOUR,
  ...ENERGY,
  ...COMMODITIES,
  ...POPULATION,
  ...REGIONAL,
  ...DERIVED,
  ...SIMULATED,
];

/** The id of every shipped indicator, as a union: a rule that asks for `"cpi.mom"` compiles the day it exists. */
export type IndicatorId = (typeof PACKS)[number]["id"];

/** The shipped catalogue, pack after pack. */
export const INDICATORS: readonly (Indicator & { readonly id: IndicatorId })[] = PACKS;

const byId: ReadonlyMap<string, Indicator> = new Map(INDICATORS.map((i) => [i.id, i]));

/** The indicator of an id; null for an id outside the catalogue. */
export function indicatorById(id: string): Indicator | null {
  return byId.get(id) ?? null;
}

/** How an indicator's series is laid out, whatever the region. Throws AppError("not-found") for an unknown id. */
export function heads(indicator: string): Omit<SeriesHead, "region"> {
  const known = byId.get(indicator);
  if (!known) throw new AppError("not-found", `no indicator "${indicator}" in the catalogue`);
  return { indicator: known.id, frequency: known.frequency, basis: known.basis, unit: known.unit };
}
