import { nowcastRecord } from "../../../models/analyses/nowcastRecord.ts";
import { AppError } from "../../../models/errors.ts";
import type { NowcastRecordResult, PastPeriod } from "../../../models/nowcast/china/nowcastResult.ts";
import type { IsoDate } from "../../../models/series/date.ts";
import type { Made } from "../../analyses/analyses.ts";
import type { NowcastTarget, RecordProgress } from "../../routers/views.ts";
import type { Services } from "../../services.ts";

/** What is kept of a target's record as a day knew it, a year a result. */
export interface KeptRecord {
  years: Made<NowcastRecordResult>[];
  periods: PastPeriod[];
  progress: RecordProgress;
  /** Years still to be made, newest first. */
  missing: string[];
}

/** Carries a record with years still to come past the cache, which keeps no failure. */
class Unfinished extends Error {
  readonly record: KeptRecord;
  constructor(record: KeptRecord) {
    super("years of the record are still to be made");
    this.record = record;
  }
}

/** What is there; makes nothing. Oldest first. A whole record is held for an edition of the base, one that grows is read anew. */
export async function keptRecord(
  s: Pick<Services, "analyses" | "cache" | "edition">,
  target: NowcastTarget,
  asOf: IsoDate,
): Promise<KeptRecord> {
  try {
    return await s.cache.get(s.edition.key, `nowcast-record|${target}|${asOf}`, async () => {
      const record = await readRecord(s, target, asOf);
      if (record.missing.length > 0) throw new Unfinished(record);
      return record;
    });
  } catch (error) {
    if (error instanceof Unfinished) return error.record;
    throw error;
  }
}

async function readRecord(
  s: Pick<Services, "analyses">,
  target: NowcastTarget,
  asOf: IsoDate,
): Promise<KeptRecord> {
  const subjects = nowcastRecord.subjects.filter((subject) => {
    const [of, year] = subject.split("/");
    return of === target && year! <= asOf.slice(0, 4);
  });
  const found = await Promise.all(subjects.map((subject) => s.analyses.kept(nowcastRecord, subject, asOf)));
  const years = found.filter((made) => made !== null);
  return {
    years,
    periods: years.flatMap((made) => made.result.periods).filter((p) => p.published <= asOf),
    progress: { kept: years.length, of: subjects.length },
    missing: subjects.filter((_, i) => found[i] === null).reverse(),
  };
}

/** A page waits this long for a year before it shows what is there. */
const PATIENCE_MS = 1500;
/** Years a page asks for at once: looking back moves one or two, the rest is the work of a release. */
const MOST_ASKED = 3;

type Outcome =
  | { kind: "made" | "refused" | "waiting" }
  | { kind: "failed"; subject: string; message: string };

/**
 * Asks for the newest missing years, one after the other, as long as they come at once; what takes longer goes on by itself and
 * is there at the next asking: as the record that it is, on no thread that pages wait for. A year of which the day knew nothing is none to wait for. One that fails is told by its name and
 * ends the asking; the others stay.
 */
export async function askForMissing(
  s: Pick<Services, "analyses">,
  { missing }: Pick<KeptRecord, "missing">,
  asOf: IsoDate,
): Promise<{ refused: number; failure: { subject: string; message: string } | null }> {
  let refused = 0;
  for (const subject of missing.slice(0, MOST_ASKED)) {
    const made = s.analyses.get(nowcastRecord, subject, asOf, { rank: "records" }).then(
      (): Outcome => ({ kind: "made" }),
      (error: unknown): Outcome => {
        if (error instanceof AppError && error.code === "not-enough-data") return { kind: "refused" };
        return { kind: "failed", subject, message: error instanceof Error ? error.message : String(error) };
      },
    );
    const outcome = await Promise.race([made, after(PATIENCE_MS)]);
    if (outcome.kind === "failed") return { refused, failure: outcome };
    if (outcome.kind === "waiting") break;
    if (outcome.kind === "refused") refused += 1;
  }
  return { refused, failure: null };
}

function after(ms: number): Promise<Outcome> {
  return new Promise((resolve) => setTimeout(() => resolve({ kind: "waiting" }), ms).unref());
}
