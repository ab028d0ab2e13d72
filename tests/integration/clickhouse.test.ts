import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { migrateClickhouse } from "../../db/clickhouse/migrateClickhouse.ts";
import { encodeBlock } from "../../db/clickhouse/nativeBlocks.ts";
import { type Clickhouse, openClickhouse } from "../../db/clickhouse/openClickhouse.ts";
import { startClickhouseServer } from "../support/clickhouseChild.ts";

/** The same promises on both ways to ClickHouse: the engine in this process, and a server over HTTP. */
describe.each(["embedded", "server"] as const)("ClickHouse, %s", (transport) => {
  let folder: string;
  let clickhouse: Clickhouse;
  let stop: () => Promise<void> = () => Promise.resolve();

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "guanlan-clickhouse-"));
    if (transport === "embedded") clickhouse = await openClickhouse({ dataDir: join(folder, "figures") });
    else {
      const server = await startClickhouseServer(join(folder, "figures"));
      stop = server.stop;
      clickhouse = await openClickhouse({ url: server.url, username: "default", password: server.password });
    }
    await migrateClickhouse(clickhouse);
  });
  afterAll(async () => {
    await clickhouse?.close();
    await stop();
    await rm(folder, { recursive: true, force: true });
  });

  const running = async (what: string): Promise<number> => {
    const sql =
      "SELECT count() AS n FROM system.processes WHERE position(query, {what:String}) > 0 AND position(query, 'system.processes') = 0";
    return (await clickhouse.read(sql, { params: { what } })).numbers("n")[0]!;
  };
  const endless = (what: string) =>
    `SELECT count() AS ${what} FROM numbers(1000000000000) WHERE sipHash64(number) = 1`;
  const unbounded = { readRows: 1e15, seconds: 60 };

  it("migrates once, and says nothing is left to do the second time", async () => {
    expect(await migrateClickhouse(clickhouse)).toEqual([]);
    const tables = (
      await clickhouse.read("SELECT name FROM system.tables WHERE database = currentDatabase()")
    ).texts("name");
    expect(tables).toEqual(expect.arrayContaining(["observations", "latest", "forecasts", "signals"]));
  });

  it("refuses a base that a newer version has written", async () => {
    const newer = { bytes: encodeBlock([["name", "String", ["9999_tomorrow.sql"]]]) };
    await clickhouse.insert("migrations", ["name"], newer);
    await expect(migrateClickhouse(clickhouse)).rejects.toThrow("written by a newer version");
    await clickhouse.run("ALTER TABLE migrations DELETE WHERE name = '9999_tomorrow.sql'", {
      settings: { mutations_sync: "2" },
    });
  });

  it.each([
    "'); DROP TABLE observations; --",
    "\\'; SELECT 1; --",
    "\\",
    '{day:Date} `x` "y" /* z */ -- w',
    "居民消费价格\n\t\r指数 😀",
    "",
  ])("takes %j as a value, never as a statement", async (text) => {
    const answer = await clickhouse.read("SELECT {t:String} AS t, length({t:String}) AS n", {
      params: { t: text },
    });
    expect(answer.texts("t")).toEqual([text]);
    const result = await clickhouse.client.query({
      query: "SELECT {t:String} AS t, {a:Array(String)} AS a",
      query_params: { t: text, a: [text, "b"] },
      format: "JSONEachRow",
    });
    expect(await result.json()).toEqual([{ t: text, a: [text, "b"] }]);
  });

  it("keeps the parameters of queries that run at the same time apart", async () => {
    const asked = Array.from({ length: 40 }, (_, i) => i);
    const got = await Promise.all(
      asked.map(async (i) => {
        const ids = Array.from({ length: 500 }, (_, j) => i * 1000 + j);
        const answer = await clickhouse.read("SELECT arraySum({ids:Array(UInt32)}) AS s", {
          params: { ids },
        });
        return answer.numbers("s")[0];
      }),
    );
    expect(got).toEqual(asked.map((i) => 500 * i * 1000 + (500 * 499) / 2));
  });

  it("takes five thousand series in one question", async () => {
    const ids = Array.from({ length: 5000 }, (_, i) => 1_000_000 + i);
    const sql = "SELECT count() AS n FROM numbers(2000000) WHERE number IN {ids:Array(UInt32)}";
    expect((await clickhouse.read(sql, { params: { ids } })).numbers("n")[0]).toBe(5000);
  });

  it("ends settings with the statement they were meant for", async () => {
    const threads = async (settings: Record<string, number>) => {
      const result = await clickhouse.client.query({
        query: "SELECT toString(getSetting('max_threads')) AS n, toString(getSetting('readonly')) AS r",
        clickhouse_settings: settings,
        format: "JSONEachRow",
      });
      return (await result.json<{ n: string; r: string }>())[0]!;
    };
    const seven = await Promise.all(Array.from({ length: 8 }, () => threads({ max_threads: 7 })));
    expect(seven.map((one) => one.n)).toEqual(Array(8).fill("7"));
    await clickhouse.read("SELECT 1 AS one"); // read-only
    const after = await Promise.all(Array.from({ length: 8 }, () => threads({})));
    expect(after.filter((one) => one.n === "7" || one.r !== "0")).toEqual([]);
  });

  it("runs exactly one statement", async () => {
    const both = "SELECT 1; CREATE TABLE smuggled (a Int8) ENGINE = Memory";
    await expect(clickhouse.client.query({ query: both })).rejects.toMatchObject({ code: "62" });
    await expect(clickhouse.run(both)).rejects.toMatchObject({ code: "invalid-input" });
    await expect(clickhouse.read(both)).rejects.toMatchObject({ code: "invalid-input" });
    const sql = "SELECT count() AS n FROM system.tables WHERE name = 'smuggled'";
    expect((await clickhouse.read(sql)).numbers("n")[0]).toBe(0);
  });

  it("never writes where it was asked to read", async () => {
    await clickhouse.run("CREATE TABLE IF NOT EXISTS kept (a UInt32) ENGINE = MergeTree ORDER BY a");
    await clickhouse.run("INSERT INTO kept SELECT number FROM numbers(3)");
    for (const sql of ["TRUNCATE TABLE kept", "ALTER TABLE kept DELETE WHERE 1", "INSERT INTO kept SELECT 9"])
      await expect(clickhouse.read(sql)).rejects.toMatchObject({ name: "AppError" });
    expect((await clickhouse.read("SELECT count() AS n FROM kept")).numbers("n")[0]).toBe(3);
  });

  it.each([
    ["rows of the answer", { resultRows: 10 }, "SELECT number FROM numbers(1000)", "limit-exceeded"],
    ["rows read", { readRows: 1000 }, "SELECT count() FROM numbers(10000000)", "limit-exceeded"],
    [
      "memory",
      { memoryBytes: 20_000_000, readRows: 1e12 },
      "SELECT count() FROM (SELECT number FROM numbers(50000000) GROUP BY number)",
      "limit-exceeded",
    ],
    ["time", { ...unbounded, seconds: 1 }, endless("timed"), "time-out"],
  ])("holds a reader to his limit of %s", async (_, limits, sql, code) => {
    await expect(clickhouse.read(sql, { limits })).rejects.toMatchObject({ code });
  });

  it("stops the engine, not only the wait, when a reader cancels", async () => {
    const leaving = new AbortController();
    const reading = clickhouse.read(endless("left"), { signal: leaving.signal, limits: unbounded });
    const ended = reading.catch((error: unknown) => error);
    await expect.poll(() => running("left"), { timeout: 10_000 }).toBe(1);
    leaving.abort();
    expect(await ended).toMatchObject({ code: "cancelled" });
    await expect.poll(() => running("left"), { timeout: 5000 }).toBe(0);
  });

  it("cancels what has not begun, and what waits for its turn", async () => {
    const gone = AbortSignal.abort();
    await expect(clickhouse.read("SELECT 1 AS one", { signal: gone })).rejects.toMatchObject({
      code: "cancelled",
    });
    const many = Array.from({ length: 12 }, () => {
      const controller = new AbortController();
      const work = clickhouse.read(endless("queued"), { signal: controller.signal, limits: unbounded });
      return { controller, ended: work.catch((error: unknown) => error) };
    });
    // Every session of the pool is taken now, so nobody can be asked how far they are.
    await new Promise((resolve) => setTimeout(resolve, 500));
    for (const { controller } of many) controller.abort();
    for (const { ended } of many) expect(await ended).toMatchObject({ code: "cancelled" });
    await expect.poll(() => running("queued"), { timeout: 5000 }).toBe(0);
    expect((await clickhouse.read("SELECT 1 AS one")).numbers("one")[0]).toBe(1);
  });

  it("ends a write that takes too long, in the engine too", async () => {
    await clickhouse.run("CREATE TABLE IF NOT EXISTS slow (n UInt64) ENGINE = MergeTree ORDER BY n");
    const filling = clickhouse.run(
      "INSERT INTO slow SELECT number FROM numbers(1000000000000) WHERE sipHash64(number) = 1",
      {
        seconds: 1,
      },
    );
    await expect(filling).rejects.toMatchObject({ code: "time-out" });
    await expect.poll(() => running("INSERT INTO slow"), { timeout: 5000 }).toBe(0);
  });

  it("tells an unreadable statement and a table that is not there by their codes", async () => {
    await expect(clickhouse.read("SELEC 1")).rejects.toMatchObject({ code: "invalid-input" });
    await expect(clickhouse.client.query({ query: "SELECT * FROM nowhere" })).rejects.toMatchObject({
      code: "60",
      type: "UNKNOWN_TABLE",
    });
    await expect(clickhouse.read("SELECT * FROM nowhere")).rejects.toMatchObject({
      code: "store-unavailable",
    });
  });

  it("fails a long answer that breaks off half-way, instead of ending it early", async () => {
    const result = await clickhouse.client.query({
      query: "SELECT number, throwIf(number = 300000, 'broke off') AS x FROM numbers(400000)",
      clickhouse_settings: { max_block_size: "65536" },
      format: "JSONCompactEachRow",
    });
    let rows = 0;
    const reading = (async () => {
      for await (const chunk of result.stream()) rows += (chunk as unknown[]).length;
    })();
    await expect(reading).rejects.toThrow("broke off");
    expect(rows).toBeGreaterThan(0);
    expect(rows).toBeLessThanOrEqual(300_000);
  });

  it("frees its place when a reader of a long answer leaves", async () => {
    for (let i = 0; i < 6; i++) {
      const result = await clickhouse.client.query({
        query: "SELECT number AS abandoned FROM numbers(100000000000)",
        format: "JSONCompactEachRow",
      });
      for await (const chunk of result.stream()) if ((chunk as unknown[]).length > 0) break;
    }
    await expect.poll(() => running("abandoned"), { timeout: 5000 }).toBe(0);
  });

  it("stores bytes as they were sent", async () => {
    await clickhouse.run(
      "CREATE TABLE IF NOT EXISTS bytes (id UInt32, value Float64, name String) ENGINE = MergeTree ORDER BY id",
    );
    const rows = 70_000;
    const bits = new BigUint64Array(rows);
    for (let i = 0; i < rows; i++) bits[i] = (BigInt(i) * 0x9e3779b97f4a7c15n) & 0x7fefffffffffffffn;
    const value = new Float64Array(bits.buffer);
    const name = Array.from({ length: rows }, (_, i) => (i % 1000 === 0 ? `指标${i}\u0000\u00ff` : ""));
    const block = encodeBlock([
      ["id", "UInt32", Array.from({ length: rows }, (_, i) => i)],
      ["value", "Float64", value],
      ["name", "String", name],
    ]);
    expect(await clickhouse.insert("bytes", ["id", "value", "name"], { bytes: block })).toBe(rows);
    const back = await clickhouse.read("SELECT value, name FROM bytes ORDER BY id");
    expect(Array.from(back.numbers("value"))).toEqual(Array.from(value));
    expect(back.texts("name")).toEqual(name);
  });

  it("adds nothing of an insert that cannot be read to its end", async () => {
    const rows = 10_000;
    const block = encodeBlock([["a", "UInt32", Array.from({ length: rows }, (_, i) => i)]]);
    await clickhouse.run("CREATE TABLE IF NOT EXISTS torn (a UInt32) ENGINE = MergeTree ORDER BY a");
    const torn = { bytes: block.subarray(0, block.length - 7) };
    await expect(clickhouse.insert("torn", ["a"], torn)).rejects.toMatchObject({ code: "invalid-input" });
    expect((await clickhouse.read("SELECT count() AS n FROM torn")).numbers("n")[0]).toBe(0);
    expect(await clickhouse.insert("torn", ["a"], { bytes: new Uint8Array(0) })).toBe(0);
  });
});

describe("ClickHouse, where it cannot be opened", () => {
  it("says so when a server does not answer or does not know the password", async () => {
    await expect(openClickhouse({ url: "http://127.0.0.1:9" })).rejects.toMatchObject({
      code: "store-unavailable",
    });
    const folder = await mkdtemp(join(tmpdir(), "guanlan-clickhouse-"));
    const server = await startClickhouseServer(folder);
    try {
      const wrong = openClickhouse({ url: server.url, username: "default", password: "guess" });
      await expect(wrong).rejects.toThrow("Authentication failed");
    } finally {
      await server.stop();
      await rm(folder, { recursive: true });
    }
  });

  it("names the process that already holds the data folder", async () => {
    const folder = await mkdtemp(join(tmpdir(), "guanlan-clickhouse-"));
    const server = await startClickhouseServer(folder);
    try {
      await expect(openClickhouse({ dataDir: folder })).rejects.toMatchObject({
        code: "already-running",
        message: expect.stringMatching(new RegExp(`${folder} is in use by process \\d+`)),
      });
    } finally {
      await server.stop();
    }
    const after = await openClickhouse({ dataDir: folder });
    await after.close();
    await rm(folder, { recursive: true });
  });

  it("says which folder it cannot write", async () => {
    const folder = await mkdtemp(join(tmpdir(), "guanlan-clickhouse-"));
    await writeFile(join(folder, "file"), "");
    const below = join(folder, "file", "figures");
    await expect(openClickhouse({ dataDir: below })).rejects.toMatchObject({
      code: "store-unavailable",
      message: expect.stringContaining(below),
    });
    await rm(folder, { recursive: true });
  });
});
