import type { Indicator } from "../../../models/indicators/indicator.ts";
import type { StoredObservation } from "../../../models/series/observation.ts";
import { spanOf } from "../../../models/series/period.ts";
import type { Headline, Passport, VintageTable } from "../../routers/views.ts";

type Cell = VintageTable["cells"][number][number];

/** Two figures of one period that differ by less than half a unit of the last shown decimal look the same. */
const shownDifferent = (a: number, b: number, decimals: number): boolean =>
  Math.abs(a - b) >= 0.5 * 10 ** -decimals;

/**
 * The last `last` reference periods against the days on which any of them was published: what each day's figure was.
 * A cell holds what that day knew (a figure stands until it is revised); before its first publication it is null.
 * `history`: every vintage of one series up to the day shown.
 */
export function vintageTable(
  passport: Passport,
  indicator: Indicator,
  region: string,
  history: readonly StoredObservation[],
  last: number,
): VintageTable {
  const byPeriod = new Map<string, StoredObservation[]>();
  for (const o of history) {
    if (o.vintage > passport.asOf) continue;
    const held = byPeriod.get(o.period);
    if (held) held.push(o);
    else byPeriod.set(o.period, [o]);
  }
  for (const rows of byPeriod.values())
    rows.sort((a, b) => a.vintage.localeCompare(b.vintage) || a.loadedAt.localeCompare(b.loadedAt));
  const periods = [...byPeriod.keys()].sort((a, b) => spanOf(b).end - spanOf(a).end).slice(0, last);
  const vintages = [...new Set(periods.flatMap((p) => byPeriod.get(p)!.map((o) => o.vintage)))].sort();
  const cells = periods.map((p) => vintages.map((v): Cell => knownOn(byPeriod.get(p)!, v)));
  const revision = periods.map((p) => revisionOf(byPeriod.get(p)!));
  return {
    ...passport,
    indicator: indicator.id,
    region,
    unit: indicator.unit,
    decimals: indicator.decimals,
    periods,
    vintages,
    cells,
    revision,
    title: revisionTitle(revision, indicator.decimals),
  };
}

function knownOn(rows: readonly StoredObservation[], day: string): Cell {
  const known = rows.filter((o) => o.vintage <= day).at(-1);
  return known ? { value: known.value, basis: known.vintageBasis, status: known.status } : null;
}

/** Newest figure minus first published, in the indicator's unit; null when there is nothing to compare. */
function revisionOf(rows: readonly StoredObservation[]): number | null {
  const first = rows.find((o) => o.value !== null)?.value ?? null;
  const newest = rows.at(-1)?.value ?? null;
  return first === null || newest === null || rows.length < 2 ? null : newest - first;
}

function revisionTitle(revision: readonly (number | null)[], decimals: number): Headline {
  const moved = revision.filter((r) => r !== null && shownDifferent(r, 0, decimals)) as number[];
  const claims = [{ kind: "revised-periods", value: moved.length }];
  const of = revision.length;
  if (moved.length === 0) {
    return {
      text: { zh: `近 ${of} 期首次发布后未修订`, en: `The last ${of} periods stand as first published` },
      claims,
    };
  }
  const up = moved.filter((r) => r > 0).length;
  const zh = up === moved.length ? "上修" : up === 0 ? "下修" : "修订，有升有降";
  const en = up === moved.length ? "revised up" : up === 0 ? "revised down" : "revised, up and down";
  return {
    text: {
      zh: `近 ${of} 期中 ${moved.length} 期${zh}`,
      en: `${moved.length} of the last ${of} periods ${en}`,
    },
    claims,
  };
}
