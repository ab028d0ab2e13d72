import type { User } from "../../db/stores/contract.ts";
import { cycle, cycleSubject } from "../../models/analyses/cycle.ts";
import { SIC_2021 } from "../../models/cycle/china/presets.ts";
import { AppError } from "../../models/errors.ts";
import type { NowcastView, OutlookPhase, OutlookRisk, OutlookView, RiskOverview } from "../routers/views.ts";
import type { Services } from "../services.ts";
import { indicatorFor } from "./catalogue.ts";
import { cycleTitles } from "./cycleTitles.ts";
import { nowcastView } from "./nowcastView.ts";
import { passportOf } from "./passport.ts";
import { riskOverview } from "./riskOverview.ts";

/** What the cockpit speaks of: growth, in the cycle of deviations from trend. */
const TARGET = "gdp.yoy";
const METHOD = "oecd";

/** Where growth goes, in which phase the economy is, and what may go wrong, from the standing analyses of the day. */
export async function outlookView(
  s: Services,
  user: User,
  asOfText: string | undefined,
): Promise<OutlookView> {
  const passport = passportOf(s.edition, asOfText);
  const [nowcast, phase, risk] = await Promise.all([
    nowcastView(s, user, TARGET, passport.asOf),
    phaseOf(s, user, passport.asOf),
    riskOverview(s, user, passport.asOf),
  ]);
  return { ...passport, nowcast: nowcastOf(nowcast), phase, risk: riskOf(risk) };
}

function nowcastOf(view: NowcastView): OutlookView["nowcast"] {
  const { headline, name, unit, decimals, source, why, record, parts, shown, indicators } = view;
  const step = shown?.steps.at(-1) ?? null;
  const moved = new Set(step?.items.map((item) => item.indicator));
  return {
    headline,
    name,
    unit,
    decimals,
    source,
    why,
    record,
    parts,
    told: shown && {
      period: shown.period,
      day: shown.day,
      density: shown.density,
      chances: shown.chances,
      step,
    },
    indicators: Object.fromEntries(Object.entries(indicators).filter(([id]) => moved.has(id))),
  };
}

async function phaseOf(s: Services, user: User, asOf: string): Promise<OutlookPhase | null> {
  const subject = cycleSubject(SIC_2021.id, METHOD);
  for (const id of cycle.reads(subject)) indicatorFor(user, id);
  try {
    const { result } = await s.analyses.get(cycle, subject, asOf);
    const { turns, phases } = result.groups.coincident;
    return {
      headline: cycleTitles(result).headline,
      month: result.months.at(-1)!,
      phase: phases.at(-1) ?? 0,
      turn: turns.at(-1) ?? null,
    };
  } catch (error) {
    if (error instanceof AppError && error.code === "not-enough-data") return null;
    throw error;
  }
}

/** A probability that its record does not support is not a leader's to read: the verdict says so in its place. */
export function riskOf({ headline, composite, events }: RiskOverview): OutlookRisk | null {
  const told = events.flatMap((card) => card.event ?? []);
  if (told.length === 0) return null;
  return {
    headline,
    latest: composite?.proven ? composite.latest : null,
    window: Math.max(...told.map((e) => e.window)),
    verdict: composite?.verdict ?? null,
    events: events.map(({ id, title }) => ({ id, title })),
    on: told.filter((e) => e.state.on === true).map((e) => e.id),
  };
}
