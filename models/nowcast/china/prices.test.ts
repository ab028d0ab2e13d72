import { describe, expect, it } from "vitest";
import { fitPrices } from "./priceFit.ts";
import {
  CONSUMER_PRICES,
  PRODUCER_PRICES,
  type PriceSpecification,
  type SourceTerm,
} from "./priceSpecification.ts";
import { termForecast, toldChange } from "./priceTeller.ts";
import { figureAt, termValue } from "./priceTerm.ts";

const START = 2005 * 12;
const months = (of: (i: number) => number, n = 180): Map<number, number> =>
  new Map(Array.from({ length: n }, (_, i) => [START + i, of(i)]));
const wave = (i: number): number => Math.sin(i * 1.7) + Math.cos(i * 0.6);
const AT = START + 100;

describe("terms of the price equations", () => {
  const known = new Map([["x", months((i) => 50 + 3 * wave(i))]]);
  const kinds = ["change", "level", "price", "growth", "unusual"] as const;

  it.each(kinds)("%s: a figure gives a value, and the value gives back the figure", (kind) => {
    const term: SourceTerm = { kind, id: "x", group: "prices", lag: 1, from: 50 };
    const value = termValue(term, known, AT)!;
    const without = new Map([["x", new Map([...known.get("x")!].filter(([m]) => m < AT - 1))]]);
    expect(termValue(term, without, AT)).toBeNull();
    expect(figureAt(term, without, AT, value)).toBeCloseTo(known.get("x")!.get(AT - 1)!, 10);
  });

  it("the festival moves from January to February and back between years", () => {
    // Lunar New Year on 28 January 2017, 16 February 2018: the days around it left January and the change is taken back a month later.
    const shift = (month: string): number => {
      const [y, m] = month.split("-").map(Number);
      return termValue({ kind: "festival" }, known, y! * 12 + m! - 1)!;
    };
    expect(shift("2018-01")).toBeLessThan(-0.4);
    expect(shift("2018-02")).toBeGreaterThan(0.8);
    expect(shift("2018-06")).toBe(0);
    expect(() => shift("2200-01")).toThrow(/no Lunar New Year of 2200/);
  });
});

describe("the price equation", () => {
  const specification: PriceSpecification = {
    name: "test",
    target: "y",
    terms: [
      { kind: "level", id: "x", group: "survey", lag: 0, from: 0 },
      { kind: "change", id: "absent", group: "prices", lag: 1 },
    ],
    since: START + 1,
    ridge: 1e-6,
  };
  const x = months(wave);
  let level = 2;
  const y = months((i) => {
    level += i === 0 ? 0 : 0.4 * wave(i);
    return level;
  });
  const known = new Map([
    ["x", x],
    ["y", y],
    ["absent", new Map<number, number>()],
  ]);

  it("finds the coefficient that made the figures, and leaves out a series without any", () => {
    const fit = fitPrices(specification, known, AT);
    expect(fit.terms).toHaveLength(1);
    expect(fit.terms[0]!.coefficient).toBeCloseTo(0.4, 6);
    expect(fit.sigma).toBeLessThan(1e-6);
    expect(y.get(AT - 1)! + toldChange(fit, known, AT)).toBeCloseTo(y.get(AT)!, 5);
  });

  it("stays at its prior where a heavy ridge lets little be learnt", () => {
    const [term] = specification.terms as [SourceTerm];
    const held = { ...specification, ridge: 1e9, terms: [{ ...term, prior: 1 }] };
    expect(fitPrices(held, known, AT).terms[0]!.coefficient).toBeCloseTo(1, 4);
  });

  it("draws a term as strongly as it says, others as they are", () => {
    const [term] = specification.terms as [SourceTerm];
    const usual = fitPrices({ ...specification, ridge: 60 }, known, AT).terms[0]!.coefficient;
    const thrice = { ...specification, ridge: 20, terms: [{ ...term, drawn: 3 }] };
    expect(fitPrices(thrice, known, AT).terms[0]!.coefficient).toBeCloseTo(usual, 12);
    expect(Math.abs(usual)).toBeLessThan(
      Math.abs(fitPrices({ ...thrice, terms: [term] }, known, AT).terms[0]!.coefficient),
    );
  });

  it("carries a term on with the variance that is open, all of it far out", () => {
    const fitted = { term: specification.terms[0]!, coefficient: 1, mean: 1, persistence: 0.5, sd: 2 };
    const cut = new Map([["x", new Map([[AT - 2, 5]])]]);
    expect(termForecast(fitted, cut, AT)).toEqual({ value: 1 + 0.25 * 4, variance: 4 * (1 - 0.0625) });
    expect(termForecast(fitted, new Map(), AT)).toEqual({ value: 1, variance: 4 });
  });

  it("refuses a history below a year", () => {
    expect(() => fitPrices(specification, known, START + 6)).toThrow(
      /needs 12 months of changes of “y”; found 5/,
    );
    for (const shipped of [CONSUMER_PRICES, PRODUCER_PRICES])
      expect(() => fitPrices(shipped, new Map(), AT)).toThrow(/found 0/);
  });
});
