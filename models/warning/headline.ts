import { NATION } from "../indicators/nation.ts";
import type { Subject } from "./contract.ts";

/** The figures whose delay, revision or leap is news by itself. */
export const HEADLINE: readonly string[] = [
  "gdp.yoy",
  "cpi.yoy",
  "ppi.yoy",
  "pmi.manufacturing",
  "iva.yoy",
  "retail.yoy",
  "exports.yoy",
  "imports.yoy",
  "m2.yoy",
  "unemployment.surveyed",
];

export const HEADLINE_SUBJECTS: readonly Subject[] = HEADLINE.map((indicator) => ({
  indicator,
  region: NATION,
}));
