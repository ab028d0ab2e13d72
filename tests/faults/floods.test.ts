import { mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { LoadReceipt } from "../../db/stores/contract.ts";
import { ingest } from "../../server/ingest/ingest.ts";
import { stopThreads } from "../../server/ingest/threads/threadPool.ts";
import { openTestBase, type TestBase, tidyTestConnector } from "../support/generateBase.ts";
import { TEST_CATALOGUE } from "../support/generateCatalogue.ts";

let opened: TestBase;
let folder = "";
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "guanlan-flood-"));
  opened = await openTestBase(TEST_CATALOGUE);
});
afterAll(async () => {
  await stopThreads();
  await opened.close();
  rmSync(folder, { recursive: true, force: true });
});

const HEADER = "indicator,region,period,value,vintage\n";

function load(name: string, content: string | Buffer): Promise<LoadReceipt> {
  const path = join(folder, name);
  writeFileSync(path, content);
  return ingest({
    base: opened.base,
    catalogue: TEST_CATALOGUE,
    connector: tidyTestConnector(TEST_CATALOGUE),
    source: { file: { name, path, size: statSync(path).size, vintage: null } },
    actor: "steward",
    now: () => new Date("2026-06-30T08:00:00Z"),
  });
}

it("ten million lines of nonsense are counted, the first ten thousand kept, and the memory stays bounded", async () => {
  const line = "x,y,z,1,\n";
  const receipt = await load("nonsense.csv", Buffer.from(HEADER + line.repeat(10_000_000)));
  expect(receipt).toMatchObject({ state: "failed", accepted: 0 });
  expect(receipt.message).toContain("10000000");
  const { refused } = (await opened.base.loads.get(receipt.id))!;
  expect(refused).toHaveLength(10_000);
  expect(refused.at(-1)!.line).toBe(10_001);
  expect(process.memoryUsage.rss()).toBeLessThan(2e9);
});

it("a document that is one line of two hundred megabytes is refused, not held", async () => {
  const receipt = await load(
    "one-line.csv",
    Buffer.concat([Buffer.from(HEADER), Buffer.alloc(200 << 20, "x")]),
  );
  expect(receipt).toMatchObject({ state: "failed", accepted: 0 });
  const { refused } = (await opened.base.loads.get(receipt.id))!;
  expect(refused).toMatchObject([{ line: 2, rule: "broken-line" }]);
});

it("the same document delivered twenty times at once is one load", async () => {
  const content = `${HEADER}cpi.yoy,CHN,2025-01,0.5,2025-02-09\n`;
  const receipts = await Promise.all(Array.from({ length: 20 }, () => load("same.csv", content)));
  expect(new Set(receipts.map((r) => r.id)).size).toBe(1);
  expect((await opened.base.observations.counts()).observations).toBe(1);
});

it("fifty documents at once go in one after another, each figure once", async () => {
  const before = (await opened.base.observations.counts()).observations;
  const receipts = await Promise.all(
    Array.from({ length: 50 }, (_, i) =>
      load(
        `many-${i}.csv`,
        `${HEADER}cpi.mom,CHN,2025-01,0.7,2025-02-09\ncpi.mom,110000,${2000 + (i % 25)}-0${1 + Math.floor(i / 25)},0.${i},2025-02-09\n`,
      ),
    ),
  );
  expect(receipts.every((r) => r.state === "committed")).toBe(true);
  expect(receipts.reduce((sum, r) => sum + r.accepted, 0)).toBe(51);
  expect((await opened.base.observations.counts()).observations).toBe(before + 51);
});
