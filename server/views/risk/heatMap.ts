import type { LatestFigure } from "../../../db/stores/contract.ts";
import { NATION } from "../../../models/indicators/nation.ts";
import { indicatorById } from "../../../models/indicators/registry.ts";
import type { Period } from "../../../models/series/period.ts";
import type { HeatResult } from "../../../models/warning/china/riskResult.ts";
import type { Made } from "../../analyses/analyses.ts";
import type { HeatCell, HeatDomain, HeatMember, RiskHeatView } from "../../routers/views.ts";
import { figureOf } from "../figure.ts";
import { provenanceOf } from "../provenanceOf.ts";
import { HEAT_BOUNDS, heatLight } from "./heatLight.ts";
import { heatTitle } from "./heatTitle.ts";

/** Months of the map: three years show a turn and still fit a desk. */
const MONTHS = 36;

/** The map of a result: the last three years, each score with its light, each member with its newest figure of `latest`. */
export function heatMap(
  made: Made<HeatResult>,
  latest: ReadonlyMap<string, LatestFigure | null>,
): NonNullable<RiskHeatView["map"]> {
  const { months, domains } = made.result;
  const shown = domains.map((d): HeatDomain => {
    const cells = cellsOf(d.heat);
    return {
      id: d.id,
      title: d.title,
      cells: cells.slice(-MONTHS),
      latest: newest(months, cells),
      members: d.members.map((m) => memberOf(m, latest.get(m.indicator) ?? null)),
    };
  });
  return {
    title: heatTitle(shown),
    months: months.slice(-MONTHS),
    bounds: [...HEAT_BOUNDS],
    domains: shown,
    provenance: provenanceOf(made),
  };
}

function cellsOf(scores: readonly (number | null)[]): HeatCell[] {
  return scores.map((score) => ({ score, light: heatLight(score) }));
}

function newest(months: readonly Period[], cells: readonly HeatCell[]): HeatDomain["latest"] {
  const at = cells.findLastIndex((c) => c.score !== null);
  const { score = null, light = null } = cells[at] ?? {};
  return score === null || light === null ? null : { period: months[at]!, score, light };
}

function memberOf(
  member: HeatResult["domains"][number]["members"][number],
  latest: LatestFigure | null,
): HeatMember {
  const indicator = indicatorById(member.indicator)!;
  return {
    indicator: indicator.id,
    name: indicator.name,
    short: indicator.short,
    cells: cellsOf(member.scores).slice(-MONTHS),
    latest: figureOf(indicator, NATION, latest),
  };
}
