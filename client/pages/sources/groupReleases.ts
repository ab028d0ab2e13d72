import type { ReleaseView } from "../../../server/routers/views.ts";

/** One publication: what an agency says at one hour under one title, for one period or several. */
export interface Publication {
  first: ReleaseView;
  periods: readonly string[];
}

/** Releases of one agency, hour and title are one publication: a month and its running total come out together. */
export function groupReleases(releases: readonly ReleaseView[]): Publication[] {
  const groups = new Map<string, { first: ReleaseView; periods: string[] }>();
  for (const r of releases) {
    const key = [r.date, r.time, r.agency, r.title.zh, r.state].join("|");
    const group = groups.get(key);
    if (!group) groups.set(key, { first: r, periods: [r.period] });
    else if (!group.periods.includes(r.period)) group.periods.push(r.period);
  }
  return [...groups.values()];
}
