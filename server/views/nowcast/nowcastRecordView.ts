import type { User } from "../../../db/stores/contract.ts";
import { nowcast } from "../../../models/analyses/nowcast.ts";
import type { PastPeriod } from "../../../models/nowcast/china/nowcastResult.ts";
import { recordSummary, SAMPLES } from "../../../models/nowcast/china/recordSummary.ts";
import type { NowcastRecordView, NowcastTarget, PastNowcastView } from "../../routers/views.ts";
import type { Services } from "../../services.ts";
import { indicatorFor, refuseAboveGrade, sourceWords } from "../catalogue.ts";
import { passportOf } from "../passport.ts";
import { provenanceOf } from "../provenanceOf.ts";
import { askForMissing, type KeptRecord, keptRecord } from "./keptRecord.ts";
import { recordTitle } from "./nowcastTitles.ts";

/** The distance to publication that the title speaks of: the quarter is over, its last month not yet published. */
const TITLE_STAGE = 28;

/** How it was: for each past period what was told at some days before its figure, and how large the errors were. */
export async function nowcastRecordView(
  s: Services,
  user: User,
  target: NowcastTarget,
  asOfText: string | undefined,
): Promise<NowcastRecordView> {
  const passport = passportOf(s.edition, asOfText);
  const { asOf } = passport;
  const indicator = indicatorFor(user, target);
  if (nowcast.subjects.includes(target)) refuseAboveGrade(user, nowcast.reads(target));
  const first = await keptRecord(s, target, asOf);
  const { refused, failure } = await askForMissing(s, first, asOf);
  const kept = first.missing.length > 0 ? await keptRecord(s, target, asOf) : first;
  const all = recordSummary(kept.periods, asOf);
  const seen = user.role === "leader" ? all.filter((x) => x.standing === "passed") : all;
  const stages = new Set(seen.filter((x) => x.sample === "all").map((x) => x.daysBefore));
  const whole = seen
    .filter((x) => x.sample === "all")
    .toSorted((a, b) => Math.abs(a.daysBefore - TITLE_STAGE) - Math.abs(b.daysBefore - TITLE_STAGE));
  return {
    ...passport,
    target,
    name: indicator.short,
    unit: indicator.unit,
    decimals: indicator.decimals,
    source: sourceWords(indicator),
    title: recordTitle(whole[0] ?? null),
    progress: { kept: kept.progress.kept, of: kept.progress.of - refused },
    failure: failure && { subject: failure.subject, message: failure.message },
    basis: basisOf(kept),
    periods: kept.periods.map((p) => pastView(p, stages)).filter((p) => p.stages.length > 0),
    samples: SAMPLES.map((id) => ({ id, stages: seen.filter((x) => x.sample === id) })).filter(
      (x) => x.stages.length > 0,
    ),
    withheld: new Set(all.map((x) => x.daysBefore)).size - stages.size,
    provenance: kept.years.map(provenanceOf),
  };
}

function pastView(p: PastPeriod, stages: ReadonlySet<number>): PastNowcastView {
  return {
    period: p.period,
    published: p.published,
    actual: p.actual,
    stages: p.stages
      .filter((x) => stages.has(x.daysBefore))
      .map(({ daysBefore, day, density, naive, autoregression }) => {
        const band = density.intervals.find((i) => i.level === 80)!;
        return {
          daysBefore,
          day,
          mean: density.mean,
          lower80: band.lower,
          upper80: band.upper,
          naive,
          autoregression,
        };
      }),
    path: p.path,
  };
}

function basisOf({ years }: KeptRecord): NowcastRecordView["basis"] {
  const bases = new Set(years.map((y) => y.result.basis));
  if (bases.size === 0) return null;
  return bases.size === 1 ? [...bases][0]! : "mixed";
}
