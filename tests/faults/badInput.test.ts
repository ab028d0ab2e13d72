import { afterAll, beforeAll, expect, it } from "vitest";
import type { LoadReceipt } from "../../db/stores/contract.ts";
import { refusalWords } from "../../server/ingest/gate/registry.ts";
import { ingest } from "../../server/ingest/ingest.ts";
import { stopThreads } from "../../server/ingest/threads/threadPool.ts";
import { openTestBase, type TestBase, tidyTestConnector } from "../support/generateBase.ts";
import { TEST_CATALOGUE } from "../support/generateCatalogue.ts";
import { badDocuments } from "./badDocuments.ts";

let opened: TestBase;
beforeAll(async () => {
  opened = await openTestBase(TEST_CATALOGUE);
});
afterAll(async () => {
  await stopThreads();
  await opened.close();
});

function load(name: string, bytes: Uint8Array): Promise<LoadReceipt> {
  const request = { connector: "test-tidy", path: name, vintage: null };
  return ingest({
    base: opened.base,
    catalogue: TEST_CATALOGUE,
    connector: tidyTestConnector(TEST_CATALOGUE),
    source: { document: { request, name, mediaType: "text/csv", bytes, fetchedAt: "2026-06-30T08:00:00Z" } },
    actor: "steward",
    now: () => new Date("2026-06-30T08:00:00Z"),
  });
}

/** The receipt as a steward reads it: counts, message, and every refused row as a sentence in both languages. */
async function told(receipt: LoadReceipt): Promise<string[]> {
  const { refused } = (await opened.base.loads.get(receipt.id))!;
  const { state, read, accepted, unchanged, rejected, quarantined } = receipt;
  return [
    `${state}: read ${read}, accepted ${accepted}, unchanged ${unchanged}, rejected ${rejected}, quarantined ${quarantined}`,
    ...(receipt.message ?? "").split("\n").filter((line) => line !== ""),
    ...refused.flatMap((row) => {
      const { zh, en } = refusalWords(row);
      return [`line ${row.line} ${row.rule}`, `  ${zh}`, `  ${en}`];
    }),
  ];
}

it("every bad document leaves the base whole and says what was found, where, and what was needed", async () => {
  await load(
    "good.csv",
    new TextEncoder().encode("indicator,region,period,value,vintage\ncpi.yoy,CHN,2025-01,0.5,2025-02-09\n"),
  );
  const before = (await opened.base.observations.counts()).observations;
  const book: string[] = [];
  for (const [name, bytes] of await badDocuments()) {
    const receipt = await load(name, bytes);
    book.push(`## ${name}`, ...(await told(receipt)), "");
  }
  expect((await opened.base.observations.counts()).observations).toBe(before);
  await expect(book.join("\n")).toMatchFileSnapshot("saved/badInput.md");
});
