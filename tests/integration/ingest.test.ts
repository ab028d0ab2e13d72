import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { LoadReceipt } from "../../db/stores/contract.ts";
import type { Connector } from "../../server/connectors/contract.ts";
import { ingest } from "../../server/ingest/ingest.ts";
import type { IngestOptions } from "../../server/ingest/ingestOptions.ts";
import type { LoadProgress } from "../../server/ingest/progress.ts";
import { stopThreads } from "../../server/ingest/threads/threadPool.ts";
import { openTestBase, type TestBase, tidyTestConnector } from "../support/generateBase.ts";
import { TEST_CATALOGUE } from "../support/generateCatalogue.ts";

let opened: TestBase;
beforeAll(async () => {
  opened = await openTestBase(TEST_CATALOGUE);
});
afterAll(async () => {
  await stopThreads();
  await opened.close();
});

const CONNECTOR = tidyTestConnector(TEST_CATALOGUE);
const HEADER = "indicator,region,period,value,status,reason,vintage,vintage_basis\n";
let clock = Date.parse("2026-06-30T08:00:00Z");
function tick(): Date {
  clock += 1000;
  return new Date(clock);
}

function load(
  rows: string | Uint8Array,
  more: Partial<IngestOptions> & { name?: string } = {},
): Promise<LoadReceipt> {
  const bytes = typeof rows === "string" ? new TextEncoder().encode(HEADER + rows) : rows;
  const request = { connector: CONNECTOR.id, path: more.name ?? "test.csv", vintage: null };
  return ingest({
    base: opened.base,
    catalogue: TEST_CATALOGUE,
    connector: CONNECTOR,
    source: {
      document: {
        request,
        name: request.path,
        mediaType: "text/csv",
        bytes,
        fetchedAt: "2026-06-30T08:00:00Z",
      },
    },
    actor: "steward",
    now: tick,
    ...more,
  });
}

const known = async (indicator: string, period: string, asOf?: string, region = "CHN") => {
  const [series] = await opened.base.observations.series([{ indicator, region }], asOf ? { asOf } : {});
  const at = series!.periods.indexOf(period);
  return at < 0 ? undefined : series!.values[at];
};
const total = async (): Promise<number> => (await opened.base.observations.counts()).observations;

describe("a document becomes figures of the base", () => {
  it("is loaded with a receipt, and its figures can be read as of their release", async () => {
    const seen: LoadProgress[] = [];
    const receipt = await load(
      "cpi.yoy,CHN,2025-01,0.5,,,2025-02-09,release-record\ncpi.yoy,CHN,2025-02,-0.7,,,2025-03-09,release-record\n",
      { onProgress: (p) => seen.push(p) },
    );
    expect(receipt).toMatchObject({
      state: "committed",
      read: 2,
      accepted: 2,
      unchanged: 0,
      rejected: 0,
      startedBy: "steward",
    });
    expect(await known("cpi.yoy", "2025-02")).toBe(-0.7);
    expect(await known("cpi.yoy", "2025-02", "2025-03-01")).toBeUndefined();
    expect([...new Set(seen.map((p) => p.phase))]).toEqual(["reading", "checking", "appending", "committed"]);
    expect(seen.every((p) => p.load === receipt.id)).toBe(true);
  });

  it("the same document twice adds nothing and returns the receipt of then", async () => {
    const rows = "cpi.mom,CHN,2025-01,0.7,,,2025-02-09,document\n";
    const first = await load(rows);
    const before = await total();
    expect(await load(rows, { name: "again.csv" })).toEqual(first);
    expect(await total()).toBe(before);
  });

  it("the same figures in another document are unchanged; a revision is a new vintage; older news is history", async () => {
    const receipt = await load(
      [
        "cpi.yoy,CHN,2025-01,0.5,,,2025-02-09,document",
        "cpi.yoy,CHN,2025-02,-0.7,,,2025-04-09,document",
        "cpi.yoy,CHN,2025-01,0.6,,,2025-04-09,document",
        "cpi.yoy,CHN,2025-02,-0.6,,,2025-03-01,document",
        "",
      ].join("\n"),
    );
    expect(receipt).toMatchObject({ read: 4, accepted: 2, unchanged: 2 });
    expect(await known("cpi.yoy", "2025-01", "2025-03-31")).toBe(0.5);
    expect(await known("cpi.yoy", "2025-01")).toBe(0.6);
    expect(await known("cpi.yoy", "2025-02", "2025-03-05")).toBe(-0.6);
    expect(await known("cpi.yoy", "2025-02")).toBe(-0.7);
  });

  it("a withdrawn figure is news; saying so again is not", async () => {
    const first = await load("cpi.mom,CHN,2025-01,,missing,withdrawn,2025-05-09,document\n");
    const again = await load("cpi.mom,CHN,2025-01,,missing,withdrawn,2025-06-09,document\n");
    expect([first.accepted, again.accepted, again.unchanged]).toEqual([1, 0, 1]);
    expect(await known("cpi.mom", "2025-01")).toBeNull();
  });
});

describe("the gate among the rows of a document and the base", () => {
  it("equal duplicates count once, contradicting ones are both refused", async () => {
    const receipt = await load(
      "gdp.yoy,CHN,2025-Q1,5.4,,,2025-04-16,\ngdp.yoy,CHN,2025-Q1,5.4,,,2025-04-16,\ngdp.yoy,110000,2025-Q1,5.4,,,2025-04-16,\ngdp.yoy,110000,2025-Q1,5.5,,,2025-04-16,\n",
    );
    expect(receipt).toMatchObject({ read: 4, accepted: 1, unchanged: 1, rejected: 2 });
    const { refused } = (await opened.base.loads.get(receipt.id))!;
    expect(refused).toMatchObject([
      { rule: "duplicate", line: 4, found: "5.4", needed: "5: 5.5" },
      { rule: "duplicate", line: 5, found: "5.5", needed: "4: 5.4" },
    ]);
  });

  it("a running total that falls within the year waits for a person, also against what the base knows", async () => {
    await load("fai.ytd,CHN,2025-01/P2M,52619,,,2025-03-17,\n");
    const receipt = await load(
      "fai.ytd,CHN,2025-01/P3M,50000,,,2025-04-16,\nfai.ytd,CHN,2025-01/P4M,147024,,,2025-05-19,\n",
    );
    expect(receipt).toMatchObject({ accepted: 1, quarantined: 1 });
    const { refused } = (await opened.base.loads.get(receipt.id))!;
    expect(refused).toMatchObject([{ kind: "quarantined", rule: "running-total", needed: "52619" }]);
    expect(JSON.parse(refused[0]!.observation!)).toEqual({
      indicator: "fai.ytd",
      region: "CHN",
      period: "2025-01/P3M",
      value: 50000,
      status: "normal",
      reason: null,
      vintage: "2025-04-16",
      vintageBasis: "document",
    });
    expect(await known("fai.ytd", "2025-01/P3M")).toBeNull();
  });

  it("a growth rate that its levels contradict waits for a person; within rounding it passes", async () => {
    await load(
      "retail.value,CHN,2024-03,39020,,,2024-04-16,\nretail.value,CHN,2025-03,40940,,,2025-04-16,\n",
    );
    const good = await load("retail.yoy,CHN,2025-03,4.9,,,2025-04-16,\n");
    const bad = await load("retail.yoy,CHN,2025-03,5.9,,,2025-04-17,\n");
    expect(good).toMatchObject({ accepted: 1, quarantined: 0 });
    expect(bad).toMatchObject({ state: "committed", accepted: 0, quarantined: 1 });
    expect((await opened.base.loads.get(bad.id))!.refused[0]).toMatchObject({
      rule: "growth-against-level",
      found: "5.9",
    });
  });

  it("good rows go in, bad ones are in the receipt with line, column, what was found and what was needed", async () => {
    const receipt = await load(
      "cpi.yoy,CHN,2025-04,-0.1,,,2025-05-10,\ncpi.yoyo,CHN,2025-04,-0.1,,,2025-05-10,\n",
    );
    expect(receipt).toMatchObject({ accepted: 1, rejected: 1 });
    expect(receipt.message).toContain("目录中没有的指标");
    expect((await opened.base.loads.get(receipt.id))!.refused).toMatchObject([
      { kind: "rejected", line: 3, column: "indicator", found: "cpi.yoyo", rule: "unknown-indicator" },
    ]);
  });
});

describe("what cannot be loaded leaves the base as before and says why", () => {
  it.each([
    [
      "not one row is usable",
      "cpi.yoyo,CHN,2025-04,-0.1,,,2025-05-10,\n",
      "not one of 1 row(s) can be taken",
    ],
    ["an empty document", new Uint8Array(0), "the document is empty"],
    ["a PDF", new TextEncoder().encode("%PDF-1.7"), "the document is PDF"],
  ])("%s", async (_, rows, says) => {
    const before = await total();
    const receipt = await load(rows);
    expect(receipt.state).toBe("failed");
    expect(receipt.message).toContain(says);
    expect(await total()).toBe(before);
    expect((await load(rows)).id).not.toBe(receipt.id);
  });

  it("a load that the store refuses half-way is undone", async () => {
    const before = await total();
    const { observations } = opened.base;
    const broken = {
      ...opened.base,
      observations: {
        ...observations,
        append: async (...args: Parameters<typeof observations.append>) => {
          await observations.append(...args);
          throw new Error("the disk is full");
        },
      },
    };
    const receipt = await load("cpi.yoy,CHN,2025-03,-0.1,,,2025-04-10,\n", { base: broken });
    expect(receipt).toMatchObject({ state: "failed", message: "the disk is full" });
    expect(await total()).toBe(before);
    expect(await known("cpi.yoy", "2025-03")).toBeNull();
    expect(await load("cpi.yoy,CHN,2025-03,-0.1,,,2025-04-10,\n")).toMatchObject({
      state: "committed",
      accepted: 1,
    });
  });

  it("a cancelled load is a failed receipt, and the next load goes on", async () => {
    const stop = new AbortController();
    const rows = bigDocument(40_000, 7);
    const receipt = await load(rows, {
      signal: stop.signal,
      onProgress: ({ phase }) => {
        if (phase === "checking") stop.abort();
      },
    });
    expect(receipt.state).toBe("failed");
    expect(receipt.message).toContain("cancelled");
    expect(await load(rows)).toMatchObject({ state: "committed", accepted: 40_000 });
  });

  it("a source that cannot be reached is no load at all", async () => {
    const before = (await opened.base.loads.list(1000)).length;
    const away: Connector = { ...CONNECTOR, fetch: () => Promise.reject(new Error("no route to host")) };
    const source = {
      request: { connector: CONNECTOR.id, path: "x", vintage: null },
      transport: { read: () => Promise.reject(new Error("unused")), list: () => Promise.resolve([]) },
    };
    await expect(load("", { connector: away, source })).rejects.toThrow("no route to host");
    expect((await opened.base.loads.list(1000)).length).toBe(before);
  });
});

describe("a big document takes the same path through threads", () => {
  it("gives the same receipt as its halves read at once, whatever the order of rows", async () => {
    const rows = bigDocument(30_000, 11);
    const receipt = await load(`${rows}cpi.yoyo,CHN,2025-04,-0.1,,,2025-05-10,\n`);
    expect(receipt).toMatchObject({ state: "committed", read: 30_001, accepted: 30_000, rejected: 1 });
    const { refused } = (await opened.base.loads.get(receipt.id))!;
    expect(refused).toMatchObject([{ line: 30_002 }]);
    const reversed = rows.trim().split("\n").reverse().join("\n");
    expect(await load(reversed)).toMatchObject({ accepted: 0, unchanged: 30_000 });
  });
});

/** Daily figures over many days and vintages; `salt` makes documents differ. */
function bigDocument(rows: number, salt: number): string {
  const lines: string[] = [];
  for (let i = 0; i < rows; i++) {
    const day = new Date(Date.UTC(1920 + salt, 0, 1) + (i % 9000) * 86_400_000).toISOString().slice(0, 10);
    const vintage = new Date(Date.UTC(2000, 0, 1) + Math.floor(i / 9000) * 86_400_000 + salt * 864e5 * 30);
    lines.push(
      `shibor.overnight,CHN,${day},${((i * salt) % 997) / 100 + Math.floor(i / 9000) / 1000},,,${vintage.toISOString().slice(0, 10)},`,
    );
  }
  return `${lines.join("\n")}\n`;
}
