import type { alerts } from "../ledger/schema.ts";
import type { AlertRecord } from "./contract.ts";

export type AlertRow = typeof alerts.$inferSelect;

/** The record everyone outside db/ knows, from a row of the table. */
export function alertOf({ indicator, region, ...rest }: AlertRow): AlertRecord {
  return { ...rest, subject: { indicator, region } };
}
