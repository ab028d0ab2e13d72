import { z } from "zod";

/** Inputs that many procedures share; lengths are bounded so that nothing long reaches a store. */
export const AsOf = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, "a day such as 2025-04-30")
  .optional();
export const IndicatorIdText = z.string().min(1).max(120);
export const RegionCode = z.string().regex(/^[A-Z0-9]{2,8}$/, "a region code such as CHN or 110000");
export const PeriodText = z.string().max(20).optional();
export const Key = z.object({ indicator: IndicatorIdText, region: RegionCode });
/** The number of a row in the ledger, up to what its column holds. */
export const RowId = z.number().int().positive().max(2_147_483_647);
