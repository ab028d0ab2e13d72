import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { describe, expect, it } from "vitest";
import { nbsTable } from "../../server/connectors/nbsTable.ts";
import { SEEDED_TODAY } from "../today.ts";
import { seedTransport } from "../transport.ts";

const transport = seedTransport(SEEDED_TODAY);

describe("documents in the bureau's own form", () => {
  it.each(nbsTable.plan(nbsTable.provides, null).map((r) => [r.path, r] as const))(
    "%s says what the shipped figures say, so that loading it adds nothing",
    async (_, request) => {
      const { observations } = await nbsTable.parse(await nbsTable.fetch(request, transport));
      const held = new Map<string, number>();
      for (const name of ["cpi", "ppi", "industry", "retail", "fai", "pmi", "unemployment"]) {
        const file = join(import.meta.dirname, "../figures", `${name}.csv`);
        const rows: Record<string, string>[] = parse(readFileSync(file, "utf8"), { columns: true });
        for (const row of rows) held.set(`${row.indicator} ${row.period}`, Number(row.value));
      }
      const differing = observations.filter((o) => held.get(`${o.indicator} ${o.period}`) !== o.value);
      expect(differing).toEqual([]);
      expect(observations.length).toBeGreaterThan(100);
    },
  );
});
