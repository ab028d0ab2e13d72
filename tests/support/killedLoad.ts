import { statSync } from "node:fs";
import { setTimeout as wait } from "node:timers/promises";
import type { Base } from "../../db/stores/contract.ts";
import { ingest } from "../../server/ingest/ingest.ts";
import { openTestBase, tidyTestConnector } from "./generateBase.ts";
import { generatedCatalogue } from "./generateDocument.ts";
import { ownSeries, SHARED } from "./killDocuments.ts";

/**
 * A process to be killed: opens the base in a folder, says what it found, loads a document, says how far it
 * is. Arguments: folder, document ("" for none), how many series to report on, milliseconds to linger
 * between the append and the commit, and milliseconds to wait at the end for a kill that comes late.
 */
export type KilledLoadWord =
  | { said: "opened"; notices: string[]; report: BaseReport }
  | { said: "phase"; phase: string }
  | { said: "appended" }
  | { said: "done"; state: string; accepted: number };

export interface BaseReport {
  observations: number;
  loads: { id: number; state: string; document: string; accepted: number; message: string | null }[];
  /** Rows of each document's own series, by number from 1. */
  own: number[];
  /** The shared figure as the history has it and as the table of latest figures has it. */
  shared: { history: number | null; latest: number | null };
}

async function reportOn(base: Base, series: number): Promise<BaseReport> {
  const keys = Array.from({ length: series }, (_, i) => ownSeries(i + 1));
  const histories = await base.observations.history(keys);
  const [shared] = await base.observations.series([SHARED]);
  const [latest] = await base.observations.latest([SHARED]);
  return {
    observations: (await base.observations.counts()).observations,
    loads: (await base.loads.list(1000)).map(({ id, state, document, accepted, message }) => ({
      id,
      state,
      document,
      accepted,
      message,
    })),
    own: histories.map((h) => h.length),
    shared: { history: shared!.values.at(-1) ?? null, latest: latest?.value ?? null },
  };
}

const say = (word: KilledLoadWord): void => void process.stdout.write(`${JSON.stringify(word)}\n`);

const [dataDir = "", document = "", series = "0", linger = "0", atEnd = "0"] = process.argv.slice(2);
const catalogue = generatedCatalogue({ indicators: 64, regions: 1 });
const { base, notices } = await openTestBase(catalogue, dataDir);
say({ said: "opened", notices, report: await reportOn(base, Number(series)) });
if (document !== "") {
  const { observations } = base;
  const watched: Base = {
    ...base,
    observations: {
      ...observations,
      async append(...args) {
        const rows = await observations.append(...args);
        say({ said: "appended" });
        await wait(Number(linger));
        return rows;
      },
    },
  };
  const receipt = await ingest({
    base: watched,
    catalogue,
    connector: tidyTestConnector(catalogue),
    source: {
      file: { name: document, path: document, size: statSync(document).size, vintage: null },
    },
    actor: "kill-test",
    now: () => new Date(),
    scratch: dataDir,
    onProgress: ({ phase }) => say({ said: "phase", phase }),
  });
  say({ said: "done", state: receipt.state, accepted: receipt.accepted });
  await wait(Number(atEnd));
}
await base.close();
process.exit();
