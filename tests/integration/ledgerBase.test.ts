import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { openBase } from "../../db/open.ts";
import { AGENCIES, heads, INDICATORS, REGIONS } from "../../models/indicators/registry.ts";

const AT = new Date("2025-04-10T01:30:00.000Z");
const PROJECT = join(import.meta.dirname, "../..");

let dataDir: string;
const options = (dir = dataDir) => ({
  dataDir: dir,
  databaseUrl: null,
  clickhouseUrl: null,
  heads,
  catalogue: { indicators: INDICATORS, regions: REGIONS, agencies: AGENCIES },
  now: () => AT,
});

/** Another process that opens the base, does what `then` says with it, and is killed or closes. */
function elsewhere(then: string): { out: string; signal: string | null } {
  const script = `
    import { openBase } from "${PROJECT}/db/open.ts";
    import { AGENCIES, heads, INDICATORS, REGIONS } from "${PROJECT}/models/indicators/registry.ts";
    const at = "${AT.toISOString()}";
    try {
      const { base } = await openBase({
        dataDir: ${JSON.stringify(dataDir)}, heads, now: () => new Date(at),
        catalogue: { indicators: INDICATORS, regions: REGIONS, agencies: AGENCIES },
      });
      ${then}
      await base.close();
    } catch (error) { console.log(error.code + ": " + error.message); }`;
  const run = spawnSync(process.execPath, ["--import", "tsx", "--input-type=module", "-e", script], {
    cwd: PROJECT,
    encoding: "utf8",
  });
  return { out: run.stdout + run.stderr, signal: run.signal };
}

const LOAD = `
  const load = await base.loads.begin({ connector: "tidy", document: "cpi.csv", hash: "h", startedAt: at, startedBy: "steward", simulated: false });
  const [seriesId] = await base.directory.ensure([{ indicator: "cpi.yoy", region: "CHN" }]);
  const row = (period, value) => ({ indicator: "cpi.yoy", region: "CHN", seriesId, period, value, status: "normal", reason: null, vintage: "2025-04-10", vintageBasis: "document" });
  await base.observations.append(load, [row("2025-02", -0.7), row("2025-03", -0.1)], at);
  const run = await base.runs.begin({ kind: "forecast", model: "ets", indicator: "cpi.yoy", asOf: "2025-04-10", seed: 1, dataVersion: "0", codeVersion: "x", startedAt: at });`;
const KILL = `process.kill(process.pid, "SIGKILL"); await new Promise(() => undefined);`;
const COMMIT = `await base.loads.commit(load, { read: 2, accepted: 2, unchanged: 0, rejected: 0, quarantined: 0, finishedAt: at, message: null, refused: [] });`;

describe("opening the base", () => {
  beforeAll(() => {
    dataDir = mkdtempSync(join(tmpdir(), "guanlan-base-"));
  });
  afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

  it("a kill between the figures and the commit is put right at the next start, which says so", async () => {
    expect(elsewhere(LOAD + KILL).signal).toBe("SIGKILL");
    const { base, notices } = await openBase(options());
    expect(notices).toHaveLength(2);
    expect(notices[0]).toContain(
      "Load 1 (cpi.csv) was interrupted: 2 rows were removed, the base is as before it",
    );
    expect(notices[1]).toContain("1 run(s) were interrupted");
    expect(await base.observations.counts()).toEqual({ observations: 0, series: 0, vintages: 0 });
    expect(await base.loads.list(5)).toMatchObject([{ id: 1, state: "rolled-back", message: notices[0] }]);
    expect(await base.runs.list({ limit: 5 })).toMatchObject([{ state: "failed" }]);
    await base.close();
  });

  it("a kill after the commit loses nothing, and the next start has nothing to say of the load", async () => {
    expect(elsewhere(LOAD + COMMIT + KILL).signal).toBe("SIGKILL");
    const { base, notices } = await openBase(options());
    expect(notices.filter((n) => n.includes("Load"))).toEqual([]);
    expect(await base.observations.counts()).toMatchObject({ observations: 2 });
    expect(await base.observations.baseDate()).toBe("2025-04-10");
    expect((await base.loads.committedByHash("h"))?.accepted).toBe(2);
    await base.settings.set("seed", { done: true });
    await base.settings.set("seed", { done: false });
    expect([await base.settings.get("seed"), await base.settings.get("absent")]).toEqual([
      { done: false },
      null,
    ]);
    await base.close();
  });

  it("a second process is refused and told who works on the folder", async () => {
    const { base } = await openBase(options());
    expect(elsewhere("").out).toContain(
      `already-running: the data folder ${dataDir} is in use by process ${process.pid} `,
    );
    await base.close();
    expect(elsewhere(`console.log("open");`).out).toContain("open");
  });
});

describe("a base that cannot be opened", () => {
  afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

  it("leaves nothing locked behind", async () => {
    dataDir = mkdtempSync(join(tmpdir(), "guanlan-base-"));
    mkdirSync(join(dataDir, "clickhouse"));
    const address = "postgres://nobody@127.0.0.1:1/absent";
    await expect(openBase({ ...options(), databaseUrl: address })).rejects.toThrow(
      /PostgreSQL at 127\.0\.0\.1:1\/absent cannot be used/,
    );
    expect(existsSync(join(dataDir, "guanlan.lock"))).toBe(false);
    const { base } = await openBase(options());
    await base.close();
  });

  it("a ledger half made when the process was killed is made anew, for its owner only", async () => {
    dataDir = mkdtempSync(join(tmpdir(), "guanlan-base-"));
    mkdirSync(join(dataDir, "ledger.making/base"), { recursive: true });
    writeFileSync(join(dataDir, "ledger.making/postgresql.conf"), "half");
    mkdirSync(join(dataDir, "ledger"));
    const { base } = await openBase(options());
    expect(await base.users.count()).toBe(0);
    expect(existsSync(join(dataDir, "ledger.making"))).toBe(false);
    expect(statSync(join(dataDir, "ledger")).mode & 0o777).toBe(0o700);
    await base.close();
  });
});
