import type { User } from "../../../db/stores/contract.ts";
import { NATION } from "../../../models/indicators/nation.ts";
import { INDICATORS } from "../../../models/indicators/registry.ts";
import type { FansView } from "../../routers/views.ts";
import type { Services } from "../../services.ts";
import { maySee } from "../catalogue.ts";
import { fanTitle } from "../cockpit/headline.ts";
import { passportOf } from "../passport.ts";
import { fanView } from "./fanView.ts";

/** The ten figures that leaders are asked about, in reading order. */
export const HEADLINE_FANS: readonly string[] = [
  "gdp.yoy",
  "cpi.yoy",
  "ppi.yoy",
  "iva.yoy",
  "retail.yoy",
  "exports.yoy",
  "imports.yoy",
  "m2.yoy",
  "pmi.manufacturing",
  "unemployment.surveyed",
];

/** A fan of each headline figure by the model that pages show, or why there is none. */
export async function fansView(s: Services, user: User, asOfText: string | undefined): Promise<FansView> {
  const passport = passportOf(s.edition, asOfText);
  const { asOf } = passport;
  const indicators = HEADLINE_FANS.map((id) => INDICATORS.find((i) => i.id === id)!).filter((i) =>
    maySee(user, i),
  );
  const series = await s.base.observations.series(
    indicators.map((i) => ({ indicator: i.id, region: NATION })),
    { asOf },
  );
  const fans = await Promise.all(
    indicators.map(async (indicator, i) => {
      const fan = await fanView(s, indicator, series[i]!, asOf, user.role);
      return { ...fan, title: fanTitle(fan) };
    }),
  );
  return { ...passport, fans };
}
