import type { User } from "../../../db/stores/contract.ts";
import { seasonalAdjustment } from "../../../models/analyses/seasonalAdjustment.ts";
import type { SeasonalAdjustmentResult } from "../../../models/analyses/seasonalResult.ts";
import { AppError } from "../../../models/errors.ts";
import { seasonalPolicyOf } from "../../../models/seasonal/china/policies.ts";
import type { SeasonalPolicy } from "../../../models/seasonal/china/seasonalPolicy.ts";
import type { SeasonalTrial } from "../../../models/seasonal/china/whatIf.ts";
import { allowed } from "../../access/permissions.ts";
import { trySeasonal } from "../../analyses/trySeasonal.ts";
import type { SeasonalTrialView, SeasonalView } from "../../routers/views.ts";
import type { Services } from "../../services.ts";
import { indicatorFor, refuseAboveGrade } from "../catalogue.ts";
import { passportOf } from "../passport.ts";
import { provenanceOf } from "../provenanceOf.ts";
import { whyRefused } from "../whyRefused.ts";
import { madeOf } from "./madeOf.ts";
import { qualitySaid, verdictOf } from "./qualitySaid.ts";
import { seasonalTitle, trialTitle } from "./seasonalTitles.ts";
import { singleName } from "./singleName.ts";
import { whyNotAdjusted } from "./whyNotAdjusted.ts";

/** Months of revisions listed. */
const MONTHS = 12;

/** The adjusted series of an indicator as a day knew it, with what may be believed of it; or why there is none. */
export async function seasonalView(
  s: Services,
  user: User,
  id: string,
  asOfText: string | undefined,
): Promise<SeasonalView> {
  const passport = passportOf(s.edition, asOfText);
  const indicator = indicatorFor(user, id);
  const about = madeOf(indicator, passport);
  const policy = seasonalPolicyOf(id);
  if (!policy) return { ...about, why: whyNotAdjusted(indicator), adjustment: null };
  refuseAboveGrade(user, seasonalAdjustment.reads(id));
  try {
    const made = await s.analyses.get(seasonalAdjustment, id, passport.asOf);
    const { result } = made;
    const revisions = revisionsOf(result);
    return {
      ...about,
      why: null,
      adjustment: {
        result,
        title: seasonalTitle(singleName(indicator), result, indicator.decimals),
        verdict: verdictOf(result.quality),
        quality: qualitySaid(result.quality),
        revisions: revisions.slice(-MONTHS).reverse(),
        largestRevision: largestOf(revisions),
        policy: allowed("seasonal.trial", user.role) ? tried(policy) : null,
        provenance: provenanceOf(made),
      },
    };
  } catch (error) {
    return {
      ...about,
      why: whyRefused(error, {
        zh: "截至当日已知的月份不足五年，季节和春节因素还分不开，因此没有季节调整结果。",
        en: "Fewer than five years of months were known by that day: season and Spring Festival cannot be told apart yet.",
      }),
      adjustment: null,
    };
  }
}

/** An adjustment under other settings beside the policy's. */
export async function seasonalTrialView(
  s: Services,
  user: User,
  id: string,
  trial: SeasonalTrial,
  asOfText: string | undefined,
): Promise<SeasonalTrialView> {
  const passport = passportOf(s.edition, asOfText);
  const indicator = indicatorFor(user, id);
  if (!seasonalPolicyOf(id)) throw new AppError("not-found", `"${id}" is not seasonally adjusted`);
  for (const read of seasonalAdjustment.reads(id)) indicatorFor(user, read);
  const result = await trySeasonal(s, id, trial, passport.asOf);
  return {
    ...madeOf(indicator, passport),
    trial: result,
    title: trialTitle(result, indicator.unit, indicator.decimals),
    quality: { base: qualitySaid(result.base.quality), other: qualitySaid(result.other.quality) },
  };
}

const tried = ({ festival, method, log, outliers, order, workingDays }: SeasonalPolicy) => ({
  festival,
  method,
  log,
  outliers,
  order,
  workingDays,
});

type Revision = NonNullable<SeasonalView["adjustment"]>["revisions"][number];

/** Months that the release before had too, oldest first. */
function revisionsOf({ against, adjusted, periods }: SeasonalAdjustmentResult): Revision[] {
  if (!against) return [];
  return periods.flatMap((period, i) => {
    const before = against.adjusted[i] ?? null;
    const after = adjusted[i] ?? null;
    if (before === null || after === null || before === 0) return [];
    return [{ period, before, after, percent: 100 * (after / before - 1) }];
  });
}

function largestOf(revisions: readonly Revision[]): { period: string; percent: number } | null {
  const most = revisions.reduce<Revision | null>(
    (best, r) => (best === null || Math.abs(r.percent) > Math.abs(best.percent) ? r : best),
    null,
  );
  return most && { period: most.period, percent: most.percent };
}
