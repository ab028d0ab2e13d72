import type { User } from "../../../db/stores/contract.ts";
import { derivedSeries } from "../../../models/analyses/derivedSeries.ts";
import { derivationOf, whyNotDerived } from "../../../models/yearToDate/china/derivations.ts";
import type { DerivedView } from "../../routers/views.ts";
import type { Services } from "../../services.ts";
import { indicatorFor, refuseAboveGrade } from "../catalogue.ts";
import { passportOf } from "../passport.ts";
import { provenanceOf } from "../provenanceOf.ts";
import { whyRefused } from "../whyRefused.ts";
import { amountTitle, growthTitle } from "./derivedTitles.ts";
import { madeOf } from "./madeOf.ts";
import { singleName } from "./singleName.ts";

/** Single months or quarters out of the running total that an indicator belongs to, as a day knew them; or why there are none. */
export async function derivedView(
  s: Services,
  user: User,
  id: string,
  asOfText: string | undefined,
): Promise<DerivedView> {
  const passport = passportOf(s.edition, asOfText);
  const about = madeOf(indicatorFor(user, id), passport);
  const rule = derivationOf(id);
  if (!rule) return { ...about, why: whyNotDerived(id), derived: null };
  refuseAboveGrade(user, [
    ...derivedSeries.reads(rule.total),
    rule.total,
    ...(rule.single ? [rule.single] : []),
  ]);
  const total = indicatorFor(user, rule.total);
  const called = rule.single ? indicatorFor(user, rule.single).short : singleName(total);
  try {
    const made = await s.analyses.get(derivedSeries, rule.total, passport.asOf);
    const { result } = made;
    return {
      ...about,
      why: null,
      derived: {
        result,
        title: amountTitle(called, result, total.decimals),
        growthTitle: growthTitle(called, result),
        total: total.name,
        totalUnit: total.unit,
        totalDecimals: total.decimals,
        provenance: provenanceOf(made),
      },
    };
  } catch (error) {
    return {
      ...about,
      why: whyRefused(error, {
        zh: "截至当日还没有可供推算的累计值。",
        en: "No running total to derive from was known by that day.",
      }),
      derived: null,
    };
  }
}
