import { sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import type { LedgerDb } from "../../../db/ledger/ledger.ts";
import { indicators } from "../../../db/ledger/schema.ts";
import { syncCatalogue } from "../../../db/ledger/syncCatalogue.ts";
import { seriesDirectory } from "../../../db/stores/seriesDirectory.ts";
import { AGENCIES, INDICATORS, REGIONS } from "../../../models/indicators/registry.ts";

/** The catalogue and the directory of series. Runs on the ledger that `db` hands out when a test begins. */
export function catalogueSuite(db: () => LedgerDb): void {
  describe("the catalogue", () => {
    it("is brought to the shipped packs as often as one likes", async () => {
      const catalogue = { indicators: INDICATORS, regions: REGIONS, agencies: AGENCIES };
      await syncCatalogue(db(), catalogue);
      await syncCatalogue(db(), catalogue);
      const rows = await db().select().from(indicators);
      expect(rows).toHaveLength(INDICATORS.length);
      const cpi = rows.find((r) => r.id === "cpi.yoy")!;
      expect(cpi.passport).toEqual(JSON.parse(JSON.stringify(INDICATORS.find((i) => i.id === "cpi.yoy"))));
      expect(cpi.initials.startsWith("jmxfjg")).toBe(true);
    });

    it("keeps an indicator no longer shipped, marked as retired, and takes it back", async () => {
      const rest = INDICATORS.filter((i) => i.id !== "cpi.yoy");
      await syncCatalogue(db(), { indicators: rest, regions: REGIONS, agencies: AGENCIES });
      const retired = (): Promise<{ id: string }[]> =>
        db().select({ id: indicators.id }).from(indicators).where(sql`${indicators.retired}`);
      expect(await retired()).toEqual([{ id: "cpi.yoy" }]);
      await syncCatalogue(db(), { indicators: INDICATORS, regions: REGIONS, agencies: AGENCIES });
      expect(await retired()).toEqual([]);
    });
  });

  describe("the directory of series", () => {
    it("gives every series one number for good, and the same to two who ask at once", async () => {
      const directory = await seriesDirectory(db());
      const other = await seriesDirectory(db());
      const keys = ["CHN", "110000", "CHN", "440000"].map((region) => ({ indicator: "gdp.yoy", region }));
      const [a, b] = await Promise.all([directory.ensure(keys), other.ensure(keys)]);
      expect(a).toEqual(b);
      expect(a[0]).toBe(a[2]);
      expect(new Set(a).size).toBe(3);
      expect(directory.key(a[1]!)).toEqual({ indicator: "gdp.yoy", region: "110000" });
      const again = await seriesDirectory(db());
      expect(keys.map((k) => again.id(k))).toEqual(a);
      expect(again.id({ indicator: "gdp.yoy", region: "999999" })).toBeNull();
    });

    it("registers thousands in one go", async () => {
      const directory = await seriesDirectory(db());
      const keys = Array.from({ length: 5000 }, (_, i) => ({
        indicator: `generated.${i % 50}`,
        region: `R${i}`,
      }));
      const ids = await directory.ensure(keys);
      expect(new Set(ids).size).toBe(5000);
      expect((await seriesDirectory(db())).id(keys[4321]!)).toBe(ids[4321]);
    });
  });
}
