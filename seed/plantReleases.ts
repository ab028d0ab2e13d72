import type { Base } from "../db/stores/contract.ts";
import type { IsoDate } from "../models/series/date.ts";
import type { Transport } from "../server/connectors/contract.ts";
import { RELEASE_DOCUMENTS, readReleases } from "./releases/readReleases.ts";

/** Enters the release records of the days `from` to `to` (both included) in the ledger's calendar. */
export async function plantReleases(
  base: Pick<Base, "releases">,
  transport: Transport,
  days: { from: IsoDate; to: IsoDate },
  recordedAt: string,
): Promise<number> {
  let saved = 0;
  for (const path of RELEASE_DOCUMENTS) {
    const { bytes } = await transport.read(path);
    const records = readReleases(new TextDecoder().decode(bytes)).filter(
      (r) => r.releaseDate >= days.from && r.releaseDate <= days.to,
    );
    await base.releases.save(records, recordedAt);
    saved += records.length;
  }
  return saved;
}
