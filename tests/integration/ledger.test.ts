import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import type { Ledger } from "../../db/ledger/ledger.ts";
import { migrate } from "../../db/ledger/migrate.ts";
import { openLedger } from "../../db/ledger/openLedger.ts";
import { loadStore } from "../../db/stores/loads.ts";
import { runStore } from "../../db/stores/runs.ts";
import { inDatabase, startPostgres, type TestPostgres } from "../support/postgres.ts";
import { alertsSuite } from "./ledger/alerts.ts";
import { catalogueSuite } from "./ledger/catalogue.ts";
import { loadsSuite } from "./ledger/loads.ts";
import { monitoringSuite } from "./ledger/monitoring.ts";
import { peopleSuite } from "./ledger/people.ts";
import { AT, codeOf, refusal } from "./ledger/support.ts";

for (const engine of ["PGlite", "PostgreSQL"] as const) {
  describe(`the ledger on ${engine}`, () => {
    let server: TestPostgres | null = null;
    let databaseUrl: string | undefined;
    let root: string;
    let dataDir: string;
    let ledger: Ledger;
    const place = () => ({ dataDir, ...(databaseUrl && { databaseUrl }) });

    beforeAll(async () => {
      root = mkdtempSync(join(tmpdir(), "guanlan-ledger-"));
      dataDir = join(root, "made/when/needed");
      if (engine === "PostgreSQL") {
        server = await startPostgres();
        databaseUrl = await server.createDatabase("ledger");
      }
      ledger = await openLedger(place());
    });

    afterAll(async () => {
      await ledger.close();
      await server?.stop();
      rmSync(root, { recursive: true, force: true });
    });

    it("migrations run again change nothing", async () => {
      expect(await migrate(ledger.db)).toBe(0);
    });

    it("a ledger written by a newer version is refused", async () => {
      await ledger.db.execute(
        sql`insert into ledger_migrations (hash, created_at) values ('from the future', 9e15)`,
      );
      expect(await codeOf(migrate(ledger.db))).toBe("store-unavailable");
      await ledger.db.execute(sql`delete from ledger_migrations where hash = 'from the future'`);
    });

    it("a migration that fails leaves nothing of itself", async () => {
      const broken = ledger.db.transaction(async (tx) => {
        await tx.execute(sql`create table half_made (id integer)`);
        await tx.execute(sql`create table loads (id integer)`);
      });
      expect(await refusal(broken)).toContain("already exists");
      const there = (await ledger.db.execute(sql`select to_regclass('half_made') as t`)) as unknown as {
        rows: { t: string | null }[];
      };
      expect(there.rows[0]?.t).toBeNull();
    });

    it("what was written is there after closing and opening again", async () => {
      await runStore(ledger.db).begin({
        kind: "forecast",
        model: "ets",
        indicator: "cpi.yoy",
        asOf: "2025-04-10",
        seed: 4_000_000_000,
        dataVersion: "1",
        codeVersion: "abc",
        startedAt: AT,
      });
      await ledger.close();
      ledger = await openLedger(place());
      const kept = await runStore(ledger.db).list({ limit: 10 });
      expect(kept).toMatchObject([
        { model: "ets", seed: 4_000_000_000, state: "running", startedAt: AT, asOf: "2025-04-10" },
      ]);
    });

    catalogueSuite(() => ledger.db);
    loadsSuite(() => ledger.db);
    alertsSuite(() => ledger.db);
    monitoringSuite(() => ledger.db);
    peopleSuite(() => ledger.db);
  });
}

describe("a PostgreSQL server as the ledger", () => {
  let server: TestPostgres;
  beforeAll(async () => {
    server = await startPostgres();
  });
  afterAll(() => server.stop());

  it("serves one Guanlan at a time; the second is told who the first is", async () => {
    const databaseUrl = await server.createDatabase("taken");
    const first = await openLedger({ dataDir: "unused", databaseUrl });
    const second = openLedger({ dataDir: "unused", databaseUrl });
    await expect(second).rejects.toThrow(
      new RegExp(`already works on this ledger: guanlan ${process.pid} on 127.0.0.1`),
    );
    await first.close();
    await (await openLedger({ dataDir: "unused", databaseUrl })).close();
  });

  it("stays ours when the server drops the connection that says so", async () => {
    const databaseUrl = await server.createDatabase("dropped");
    const warnings: string[] = [];
    const onWarning = (message: string): unknown => warnings.push(message);
    const first = await openLedger({ dataDir: "unused", databaseUrl, onWarning });
    await inDatabase(server.url, (client) =>
      client.query("select pg_terminate_backend(pid) from pg_stat_activity where datname = 'dropped'"),
    );
    await vi.waitFor(() => expect(warnings).toContain("the ledger is ours again"), { timeout: 10_000 });
    expect(warnings[0]).toMatch(/lost: terminating connection/);
    expect(await codeOf(openLedger({ dataDir: "unused", databaseUrl }))).toBe("already-running");
    expect(await loadStore(first.db).list(1)).toEqual([]);
    await first.close();
  });

  it("that cannot be reached is one sentence without the password", async () => {
    const address = new URL(server.url);
    address.password = "secret";
    address.pathname = "/absent";
    const error = await openLedger({ dataDir: "unused", databaseUrl: address.href }).catch((e: unknown) => e);
    expect(error).toMatchObject({ code: "store-unavailable" });
    expect((error as Error).message).toMatch(/cannot be used: .*absent/);
    expect((error as Error).message).not.toContain("secret");
  });
});
