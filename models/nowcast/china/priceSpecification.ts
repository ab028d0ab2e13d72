import type { NewsGroup } from "./nowcastResult.ts";

/**
 * What explains the change of a yearly rate from one month to the next, t the month told:
 *   change   v(t−lag) − v(t−lag−1)
 *   level    v(t−lag) − from
 *   price    100 Δ ln v(t−lag)/v(t−lag−12), against the month before
 *   growth   100 ln v(t−lag)/v(t−lag−1)
 *   unusual  v(t−lag) less the mean of that month in up to six years before: what it brought beyond its season
 *   base     the mean of month t in up to six years before, less v(t−12): what falls out of the year, against what is usual
 *   festival days around Lunar New Year in t and t−1, against those a year before
 * `prior` is the coefficient towards which few figures are drawn: 0 unless said; `drawn` how many times as strongly as those of other
 * terms: 1 unless said.
 */
export type PriceTerm = SourceTerm | FestivalTerm;

export interface SourceTerm {
  kind: "change" | "level" | "price" | "growth" | "unusual" | "base";
  id: string;
  group: NewsGroup;
  /** Months before t of the newest figure: 1 for `unusual`, 12 for `base`. */
  lag: number;
  from?: number;
  prior?: number;
  drawn?: number;
}

export interface FestivalTerm {
  kind: "festival";
  prior?: number;
  drawn?: number;
}

/** A monthly nowcast as data: y(t) = y(t−1) + Σ β(k) x(k, t) + e(t) over these terms. */
export interface PriceSpecification {
  name: string;
  target: string;
  terms: readonly PriceTerm[];
  /** First month explained, year × 12 + month from 0. */
  since: number;
  /** Weight of the prior in figures: coefficients of standardised terms under a ridge of this size, times `drawn`. */
  ridge: number;
}

const prices = "prices" as const;

/** A month of oil or of goods between enterprises tells little of consumer prices: these are held three times as close to none. */
const LITTLE = 3;

/**
 * Consumer prices: what the month usually brings against what it brought a year before, where Lunar New Year falls, what the last
 * month brought beyond its season, producer prices, farm goods between enterprises; and, held close to none, all goods between
 * enterprises two months back and oil, which is at the pump within two months. Oil by the month and not by the year: the base tells
 * what falls out of the year.
 */
export const CONSUMER_PRICES: PriceSpecification = {
  name: "cpi-bridge",
  target: "cpi.yoy",
  terms: [
    { kind: "base", id: "cpi.mom", group: prices, lag: 12, prior: 1 },
    { kind: "festival" },
    { kind: "unusual", id: "cpi.mom", group: prices, lag: 1 },
    { kind: "change", id: "ppi.yoy", group: prices, lag: 1 },
    { kind: "change", id: "cgpi.agriculture.index", group: prices, lag: 1 },
    { kind: "change", id: "cgpi.index", group: prices, lag: 2, drawn: LITTLE },
    { kind: "growth", id: "brent.price", group: prices, lag: 0, drawn: LITTLE },
    { kind: "growth", id: "brent.price", group: prices, lag: 1, drawn: LITTLE },
  ],
  since: 2009 * 12,
  ridge: 20,
};

/**
 * Producer prices: their own changes, those of a year before falling out of the rate, goods between enterprises, orders as purchasing
 * managers see them, and world prices of what industry burns and melts.
 */
export const PRODUCER_PRICES: PriceSpecification = {
  name: "ppi-bridge",
  target: "ppi.yoy",
  terms: [
    { kind: "change", id: "ppi.yoy", group: prices, lag: 1, prior: 0.5 },
    { kind: "change", id: "ppi.yoy", group: prices, lag: 2 },
    { kind: "change", id: "ppi.yoy", group: prices, lag: 12 },
    { kind: "change", id: "cgpi.index", group: prices, lag: 1 },
    { kind: "level", id: "pmi.manufacturing", group: "survey", lag: 0, from: 50 },
    { kind: "price", id: "brent.price", group: prices, lag: 0 },
    { kind: "price", id: "iron-ore.price", group: prices, lag: 0 },
    { kind: "price", id: "copper.price", group: prices, lag: 0 },
    { kind: "price", id: "coal-australia.price", group: prices, lag: 0 },
  ],
  since: 2007 * 12 + 2,
  ridge: 20,
};

/** The first month that a specification tells: a year after the first it explains. */
export const firstTold = ({ since }: PriceSpecification): number => since + 12;

/** Indicators that a specification reads, each once. */
export function priceIndicators({ target, terms }: PriceSpecification): string[] {
  return [...new Set([target, ...sources(terms).map((t) => t.id)])];
}

/** The terms that read a series. */
export const sources = (terms: readonly PriceTerm[]): SourceTerm[] =>
  terms.filter((t) => t.kind !== "festival");
