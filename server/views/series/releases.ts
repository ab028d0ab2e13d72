import type { LatestFigure, User } from "../../../db/stores/contract.ts";
import { nextRelease } from "../../../models/calendar/nextRelease.ts";
import type { Indicator } from "../../../models/indicators/indicator.ts";
import type { IsoDate } from "../../../models/series/date.ts";
import { lastIndex, type Series } from "../../../models/series/series.ts";
import type { ReleaseView } from "../../routers/views.ts";
import type { Services } from "../../services.ts";
import { agencyName, visibleIndicators } from "../catalogue.ts";
import { COCKPIT_KPIS } from "../cockpit/kpis.ts";

/** A release late by more than this has stopped rather than slipped: its series is over, not overdue. */
const LATE_DAYS = 45;

/** What an indicator's source publishes next, seen from a day; null where no rule says. */
export function nextReleaseOf(indicator: Indicator, series: Series, asOf: IsoDate): ReleaseView | null {
  const last = lastIndex(series);
  if (last === null) return null;
  const period = series.periods[last]!;
  return releaseView(indicator, { period, value: series.values[last]! }, asOf);
}

function releaseView(
  indicator: Indicator,
  last: { period: string; value: number | null },
  asOf: IsoDate,
): ReleaseView | null {
  const next = nextRelease(indicator, last.period);
  if (!next) return null;
  return {
    date: next.date,
    time: indicator.update.time,
    agency: indicator.agency,
    agencyName: agencyName(indicator.agency),
    title: indicator.sourceTable,
    period: next.period,
    indicators: [indicator.id],
    basis: "publication-rule",
    previous:
      last.value === null
        ? null
        : { value: last.value, unit: indicator.unit, decimals: indicator.decimals, period: last.period },
    state: next.date < asOf ? "late" : "due",
  };
}

/**
 * The next releases by the publication rules, soonest first: one entry an agency's table and day, led by the figure
 * that leaders know. Overdue ones come first; those overdue for long are left out, their series has ended.
 */
export async function upcomingReleases(
  s: Services,
  user: User,
  asOf: IsoDate,
  limit: number,
): Promise<ReleaseView[]> {
  const indicators = visibleIndicators(user).filter((i) => i.simulated !== true && i.frequency !== "D");
  const latest = await s.base.observations.latest(
    indicators.map((i) => ({ indicator: i.id, region: "CHN" })),
    { asOf },
  );
  return groupReleases(indicators, latest, asOf).slice(0, limit);
}

/** Groups what is due by agency, table and day: the month and its running total come out together. */
export function groupReleases(
  indicators: readonly Indicator[],
  latest: readonly (LatestFigure | null)[],
  asOf: IsoDate,
): ReleaseView[] {
  const groups = new Map<string, ReleaseView>();
  const lead = (id: string) => COCKPIT_KPIS.includes(id);
  indicators.forEach((indicator, i) => {
    const last = latest[i];
    const view = last ? releaseView(indicator, last, asOf) : null;
    if (!view || daysBetween(view.date, asOf) > LATE_DAYS) return;
    const key = `${view.date}|${view.agency}|${view.title.en}`;
    const held = groups.get(key);
    if (!held) groups.set(key, view);
    else {
      held.indicators.push(indicator.id);
      if (lead(indicator.id) && !lead(held.indicators[0]!)) {
        held.indicators.unshift(held.indicators.pop()!);
        held.previous = view.previous;
        held.period = view.period;
      }
    }
  });
  return [...groups.values()].sort(
    (a, b) => a.date.localeCompare(b.date) || b.indicators.length - a.indicators.length,
  );
}

const daysBetween = (earlier: IsoDate, later: IsoDate): number =>
  (Date.parse(later) - Date.parse(earlier)) / 86_400_000;
