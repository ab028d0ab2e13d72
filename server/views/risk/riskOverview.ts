import type { User } from "../../../db/stores/contract.ts";
import type { Analysis } from "../../../models/analyses/contract.ts";
import { event } from "../../../models/analyses/event.ts";
import { heat } from "../../../models/analyses/heat.ts";
import { risk } from "../../../models/analyses/risk.ts";
import type { Words } from "../../../models/indicators/indicator.ts";
import { NATION } from "../../../models/indicators/nation.ts";
import type { IsoDate } from "../../../models/series/date.ts";
import { EVENT_RULES, eventRuleById } from "../../../models/warning/china/eventRules.ts";
import type { Made } from "../../analyses/analyses.ts";
import type {
  Figure,
  RiskEventCard,
  RiskEventView,
  RiskHeatView,
  RiskOverview,
} from "../../routers/views.ts";
import type { Services } from "../../services.ts";
import { ABOVE_GRADE, indicatorFor, maySeeAll, refuseAboveGrade } from "../catalogue.ts";
import { figureOf } from "../figure.ts";
import { passportOf } from "../passport.ts";
import { whyRefused } from "../whyRefused.ts";
import { heatMap } from "./heatMap.ts";
import { provenOnly } from "./provenOnly.ts";
import { riskComposite } from "./riskComposite.ts";
import { riskEvent } from "./riskEvent.ts";
import { riskEventView } from "./riskEventView.ts";
import { riskHeadline } from "./riskHeadline.ts";

/** Heat of the domains as of a day. */
export async function riskHeat(s: Services, user: User, asOfText: string | undefined): Promise<RiskHeatView> {
  const passport = passportOf(s.edition, asOfText);
  const made = await resultFor(s, user, heat, heat.subjects[0]!, passport.asOf);
  if ("why" in made) return { ...passport, map: null, why: made.why };
  const members = made.result.domains.flatMap((d) => d.members.map((m) => m.indicator));
  const latest = await s.base.observations.latest(
    members.map((indicator) => ({ indicator, region: NATION })),
    { asOf: passport.asOf },
  );
  return {
    ...passport,
    map: heatMap(made, new Map(members.map((m, i) => [m, latest[i] ?? null]))),
    why: null,
  };
}

/** The events one by one and together as of a day. */
export async function riskOverview(
  s: Services,
  user: User,
  asOfText: string | undefined,
): Promise<RiskOverview> {
  const passport = passportOf(s.edition, asOfText);
  const { asOf } = passport;
  const [made, ...events] = await Promise.all([
    resultFor(s, user, risk, risk.subjects[0]!, asOf),
    ...EVENT_RULES.map((rule) => cardOf(s, user, rule.id, asOf)),
  ]);
  const composite = "why" in made ? null : riskComposite(made);
  const view: RiskOverview = {
    ...passport,
    headline: maySeeAll(user, risk.reads(risk.subjects[0]!))
      ? riskHeadline(
          composite,
          events.flatMap((e) => e.event ?? []),
        )
      : { text: ABOVE_GRADE, claims: [] },
    composite,
    why: "why" in made ? made.why : null,
    events,
  };
  return user.role === "leader" ? provenOnly.overview(view) : view;
}

async function cardOf(s: Services, user: User, id: string, asOf: IsoDate): Promise<RiskEventCard> {
  const { title, definition, indicator } = eventRuleById(id);
  const made = await resultFor(s, user, event, id, asOf);
  const card = { id, title, definition };
  if ("why" in made) return { ...card, event: null, why: made.why };
  return { ...card, event: riskEvent(made.result, await referenceOf(s, user, indicator, asOf)), why: null };
}

/** One event as of a day. Throws AppError("not-found") for an event nobody watches, "not-enough-data" where the day knew too little. */
export async function riskEventDetail(
  s: Services,
  user: User,
  id: string,
  asOfText: string | undefined,
): Promise<RiskEventView> {
  const rule = eventRuleById(id);
  const passport = passportOf(s.edition, asOfText);
  refuseAboveGrade(user, event.reads(id));
  const [made, reference] = await Promise.all([
    s.analyses.get(event, id, passport.asOf),
    referenceOf(s, user, rule.indicator, passport.asOf),
  ]);
  const view = riskEventView(made, reference, passport);
  return user.role === "leader" ? provenOnly.view(view) : view;
}

async function referenceOf(s: Services, user: User, id: string, asOf: IsoDate): Promise<Figure> {
  const indicator = indicatorFor(user, id);
  const [latest = null] = await s.base.observations.latest([{ indicator: id, region: NATION }], { asOf });
  return figureOf(indicator, NATION, latest);
}

const TOO_LITTLE: Words = {
  zh: "截至这一天公布的数据还太少，无法计算。",
  en: "Too little had been published by this day to compute it.",
};

async function resultFor<Result>(
  s: Services,
  user: User,
  analysis: Analysis<Result>,
  subject: string,
  asOf: IsoDate,
): Promise<Made<Result> | { why: Words }> {
  if (!maySeeAll(user, analysis.reads(subject))) return { why: ABOVE_GRADE };
  try {
    return await s.analyses.get(analysis, subject, asOf);
  } catch (error) {
    return { why: whyRefused(error, TOO_LITTLE) };
  }
}
