import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type OpenedBase, openBase } from "../../db/open.ts";
import type { Connector } from "../../server/connectors/contract.ts";
import type { Catalogue } from "../../server/ingest/catalogue.ts";
import { readTidyDocument } from "../../server/ingest/readTidyDocument.ts";

/** A base of its own for one test, in a folder that goes with it. */
export interface TestBase extends OpenedBase {
  dataDir: string;
  close(): Promise<void>;
}

/** Opens a base over a catalogue: on the engines in the process, in `dataDir` or a new folder. */
export async function openTestBase(catalogue: Catalogue, dataDir?: string): Promise<TestBase> {
  const folder = dataDir ?? mkdtempSync(join(tmpdir(), "guanlan-ingest-base-"));
  const byId = new Map(catalogue.indicators.map((i) => [i.id, i]));
  const opened = await openBase({
    dataDir: folder,
    heads: (id) => {
      const i = byId.get(id);
      return i ? { frequency: i.frequency, basis: i.basis, unit: i.unit } : null;
    },
    catalogue: {
      indicators: catalogue.indicators,
      regions: catalogue.regions,
      agencies: [{ id: "NBS", name: { zh: "国家统计局", en: "NBS" }, homepage: "https://www.stats.gov.cn" }],
    },
    now: () => new Date("2026-06-30T08:00:00Z"),
  });
  return {
    ...opened,
    dataDir: folder,
    async close() {
      await opened.base.close();
      if (dataDir === undefined) rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A connector for tidy documents of a test's own catalogue. */
export const tidyTestConnector = (catalogue: Catalogue): Connector => ({
  id: "test-tidy",
  title: { zh: "测试", en: "Test" },
  homepage: "https://www.stats.gov.cn",
  licence: "B",
  agency: "NBS",
  provides: catalogue.indicators.map((i) => i.id),
  format: "tidy",
  plan: () => [],
  fetch: async (request, transport) => {
    const { bytes, mediaType } = await transport.read(request.path);
    return { request, name: request.path, mediaType, bytes, fetchedAt: "2026-06-30T08:00:00Z" };
  },
  parse: (document) => readTidyDocument(document, catalogue),
});
