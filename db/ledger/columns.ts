import { customType } from "drizzle-orm/pg-core";

/**
 * An instant, as ISO text in UTC with milliseconds on our side and `timestamptz` in the table:
 * both engines hand the column over as text in their own form, and one form only leaves the ledger.
 */
export const instant = customType<{ data: string; driverData: string }>({
  dataType: () => "timestamp (3) with time zone",
  toDriver: (value) => value,
  fromDriver: (value) => new Date(value).toISOString(),
});
