import type { User } from "../../../db/stores/contract.ts";
import { presetById } from "../../../models/monitor/presets.ts";
import { warningIndex } from "../../../models/monitor/warningIndex.ts";
import type { IsoDate } from "../../../models/series/date.ts";
import { ALERT_STATES, type AlertRecord } from "../../../models/warning/alert.ts";
import { SEVERITIES } from "../../../models/warning/contract.ts";
import type { CockpitView, PresetId } from "../../routers/views.ts";
import type { Services } from "../../services.ts";
import { alertSummaries } from "../alerts/alertSummary.ts";
import { mayReadAlert } from "../alerts/mayReadAlert.ts";
import { visibleIndicators } from "../catalogue.ts";
import { passportOf } from "../passport.ts";
import { upcomingReleases } from "../series/releases.ts";
import { cockpitHeadline, indexTitle, lightsTitle, provincesTitle } from "./headline.ts";
import { headlineMonthOf, indexView } from "./indexView.ts";
import { kpiCards } from "./kpiCards.ts";
import { lightRows } from "./lightRows.ts";
import { provinceTiles } from "./provinceTiles.ts";

const LIGHT_MONTHS = 13;
const TOP_ALERTS = 3;
const NEXT_RELEASES = 6;
const MOST_LIVE = 500;

/** The leader's page in one answer: is something wrong, how bad, why, what next. */
export async function cockpitView(
  s: Services,
  user: User,
  preset: PresetId,
  asOfText: string | undefined,
): Promise<CockpitView> {
  const passport = passportOf(s.edition, asOfText);
  const { asOf } = passport;
  const definition = presetById(preset);
  const members = definition.members.map((m) => m.indicator);
  const visible = new Set(visibleIndicators(user).map((i) => i.id));
  const [bounds, read, provinces, standing] = await Promise.all([
    s.base.bounds.all(),
    s.base.observations.series(
      members.map((indicator) => ({ indicator, region: "CHN" })),
      { asOf },
    ),
    provinceTiles(s, asOf),
    s.base.alerts.list({
      asOf,
      // Closed ones too: the counts of the month tell of them.
      states: ALERT_STATES,
      indicators: [...visible],
      limit: MOST_LIVE,
      offset: 0,
    }),
  ]);
  const series = new Map(read.map((x) => [x.indicator, x]));
  const index = warningIndex(definition, series, bounds, asOf);
  const whole = indexView(index, bounds);
  // The index is one figure of many; a member above the reader's grades is not told by its light or its points.
  const seen = (member: { indicator: string }): boolean => visible.has(member.indicator);
  const view = {
    ...whole,
    contributions: whole.contributions.filter(seen),
    nearest: whole.nearest.filter(seen),
  };
  const lights = lightRows(index, headlineMonthOf(index), LIGHT_MONTHS, series, bounds).filter(seen);
  const alerts = standing.items.filter((a) => mayReadAlert(user, a));
  const [kpis, top, releases] = await Promise.all([
    kpiCards(s, user, bounds, asOf),
    alertSummaries(s, topAlerts(alerts), asOf),
    upcomingReleases(s, user, asOf, NEXT_RELEASES),
  ]);
  return {
    ...passport,
    period: view.period,
    headline: cockpitHeadline(view, lights),
    indexTitle: indexTitle(view),
    lightsTitle: lightsTitle(lights),
    provincesTitle: provincesTitle(provinces),
    index: view,
    lights,
    alerts: top,
    alertCounts: alertCounts(alerts, asOf),
    kpis,
    provinces,
    releases,
  };
}

const LIVE = ["open", "acknowledged", "in-work"];

/**
 * The three that need a leader: most severe first, of those the economy before the data (a questionable figure is the
 * steward's first), then newest; one alert a subject.
 */
export function topAlerts(items: readonly AlertRecord[]): AlertRecord[] {
  const rank = (a: AlertRecord) => SEVERITIES.indexOf(a.severity);
  const live = items
    .filter((a) => LIVE.includes(a.state))
    .sort(
      (a, b) =>
        rank(b) - rank(a) ||
        Number(b.direction !== "none") - Number(a.direction !== "none") ||
        b.openedAsOf.localeCompare(a.openedAsOf) ||
        b.id - a.id,
    );
  const subjects = new Set<string>();
  const top: AlertRecord[] = [];
  for (const alert of live) {
    const subject = `${alert.subject.indicator}@${alert.subject.region}`;
    if (subjects.has(subject)) continue;
    subjects.add(subject);
    top.push(alert);
    if (top.length === TOP_ALERTS) break;
  }
  return top;
}

function alertCounts(items: readonly AlertRecord[], asOf: IsoDate): CockpitView["alertCounts"] {
  const month = asOf.slice(0, 7);
  const closed = items.filter((a) => a.closedAsOf?.startsWith(month));
  return {
    open: items.filter((a) => LIVE.includes(a.state)).length,
    newThisMonth: items.filter((a) => a.openedAsOf.startsWith(month)).length,
    closedThisMonth: closed.filter((a) => a.closedBecause !== "revised").length,
    unfiredThisMonth: closed.filter((a) => a.closedBecause === "revised").length,
  };
}
