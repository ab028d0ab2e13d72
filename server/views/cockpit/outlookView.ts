import type { User } from "../../../db/stores/contract.ts";
import { cycle, cycleSubject } from "../../../models/analyses/cycle.ts";
import { SIC_2021 } from "../../../models/cycle/china/presets.ts";
import { AppError } from "../../../models/errors.ts";
import { NATION } from "../../../models/indicators/nation.ts";
import type { NewsStep } from "../../../models/nowcast/china/nowcastResult.ts";
import { type IsoDate, isoDate, parseIsoDate } from "../../../models/series/date.ts";
import type {
  FanView,
  NowcastView,
  OutlookMoves,
  OutlookPhase,
  OutlookRisk,
  OutlookView,
  RiskOverview,
} from "../../routers/views.ts";
import type { Services } from "../../services.ts";
import { indicatorFor, maySeeAll } from "../catalogue.ts";
import { cycleTitles } from "../cycle/cycleTitles.ts";
import { fanView } from "../models/fanView.ts";
import { nowcastView } from "../nowcast/nowcastView.ts";
import { gradesKey, passportOf } from "../passport.ts";
import { riskOverview } from "../risk/riskOverview.ts";
import { growthFan } from "./growthFan.ts";

/** What the cockpit speaks of: growth, in the cycle of deviations from trend. */
const TARGET = "gdp.yoy";
const METHOD = "oecd";
/** Days of news that the page tells of. */
const DAYS = 30;

/**
 * Where growth goes, in which phase the economy is, and what may go wrong, from the standing analyses of the day. The nowcast is not
 * held as a built view: its record grows while one looks.
 */
export async function outlookView(
  s: Services,
  user: User,
  asOfText: string | undefined,
): Promise<OutlookView> {
  const passport = passportOf(s.edition, asOfText);
  const { asOf } = passport;
  const [nowcast, { fan, phase, risk }] = await Promise.all([
    nowcastView(s, user, TARGET, asOf),
    s.cache.get(s.edition.key, `outlook|${asOf}|${gradesKey(user)}|${user.role}`, () => held(s, user, asOf)),
  ]);
  return { ...passport, nowcast: nowcastOf(nowcast), fan: growthFan(fan, nowcast), phase, risk };
}

/** What does not move while the base stays as it is. */
async function held(
  s: Services,
  user: User,
  asOf: IsoDate,
): Promise<Pick<OutlookView, "phase" | "risk"> & { fan: FanView }> {
  const [fan, phase, risk] = await Promise.all([
    fanOf(s, user, asOf),
    phaseOf(s, user, asOf),
    riskOverview(s, user, asOf),
  ]);
  return { fan, phase, risk: riskOf(risk) };
}

/** By the leader's rule for every reader: what the page shows is what a leader may rely on. */
async function fanOf(s: Services, user: User, asOf: IsoDate): Promise<FanView> {
  const indicator = indicatorFor(user, TARGET);
  const [series] = await s.base.observations.series([{ indicator: TARGET, region: NATION }], { asOf });
  return fanView(s, indicator, series!, asOf, "leader");
}

function nowcastOf(view: NowcastView): OutlookView["nowcast"] {
  const { headline, name, unit, decimals, source, why, record, parts, shown, indicators } = view;
  const moves = shown && movesOf(shown.steps, view.asOf);
  const moved = new Set(moves?.items.map((item) => item.indicator));
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
      moves,
    },
    indicators: Object.fromEntries(Object.entries(indicators).filter(([id]) => moved.has(id))),
  };
}

/** What came in the last weeks, or on the last day on which something came. */
export function movesOf(steps: readonly NewsStep[], asOf: IsoDate): OutlookMoves | null {
  const last = steps.at(-1);
  if (!last) return null;
  const since = isoDate(parseIsoDate(asOf)! - DAYS);
  const late = steps.filter((s) => s.day > since);
  const of = late.length > 0 ? late : [last];
  const sum = (part: (s: NewsStep) => number): number => of.reduce((a, s) => a + part(s), 0);
  return {
    from: of[0]!.day,
    to: last.day,
    change: sum((s) => s.change),
    items: of
      .flatMap((s) => s.items.map((item) => ({ ...item, day: s.day })))
      .sort((a, b) => Math.abs(b.impact) - Math.abs(a.impact)),
    revisions: sum((s) => s.revisions),
    parameters: sum((s) => s.parameters),
  };
}

async function phaseOf(s: Services, user: User, asOf: string): Promise<OutlookPhase | null> {
  const subject = cycleSubject(SIC_2021.id, METHOD);
  if (!maySeeAll(user, cycle.reads(subject))) return null;
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
export function riskOf({ headline, composite, why, events }: RiskOverview): OutlookRisk | null {
  const told = events.flatMap((card) => card.event ?? []);
  if (told.length === 0) return null;
  return {
    headline,
    latest: composite?.proven ? composite.latest : null,
    window: Math.max(...told.map((e) => e.window)),
    verdict: composite?.verdict ?? why,
    events: events.map(({ id, title }) => ({ id, title })),
    on: told.filter((e) => e.state.on === true).map((e) => e.id),
  };
}
