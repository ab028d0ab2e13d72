import type { LightBounds } from "../../../db/stores/contract.ts";
import { indicatorById } from "../../../models/indicators/registry.ts";
import { boundsInForce } from "../../../models/monitor/lights.ts";
import type { MemberPath, WarningIndex } from "../../../models/monitor/warningIndex.ts";
import type { Series } from "../../../models/series/series.ts";
import type { LightRow } from "../../routers/views.ts";
import { figureOf, latestOf } from "../figure.ts";

/**
 * The lights table: one row a member, the last `months` months up to month `at`. A member without bounds in force
 * has not been judged and is left out of the table (the index says how many members it has).
 */
export function lightRows(
  index: WarningIndex,
  at: number,
  months: number,
  series: ReadonlyMap<string, Series>,
  bounds: readonly LightBounds[],
): LightRow[] {
  return index.members.flatMap((path) => {
    const row = boundsInForce(bounds, index.preset.id, path.member.indicator, index.asOf);
    return row ? [rowOf(index, path, row, at, months, series.get(path.member.indicator))] : [];
  });
}

function rowOf(
  index: WarningIndex,
  { member, states }: MemberPath,
  row: { bounds: LightBounds["bounds"]; methodZh: string; methodEn: string; validFrom: string },
  at: number,
  months: number,
  published: Series | undefined,
): LightRow {
  const cells = states.slice(Math.max(0, at + 1 - months), at + 1);
  const newest = cells.findLast((c) => c.value !== null);
  const figure = figureOf(indicatorById(member.indicator)!, "CHN", published ? latestOf(published) : null);
  return {
    indicator: member.indicator,
    name: member.name,
    short: member.short,
    unit: member.unit,
    decimals: member.decimals,
    weight: member.weight,
    bounds: [...row.bounds],
    boundsMethod: { zh: row.methodZh, en: row.methodEn },
    boundsFrom: row.validFrom,
    substitutes: member.substitutes,
    // The light judges the prepared figure (e.g. growth of a twelve-month sum): that is the one shown beside it.
    latest: {
      ...figure,
      unit: member.unit,
      decimals: member.decimals,
      value: newest?.value ?? null,
      period: newest?.period ?? figure.period,
    },
    cells: cells.map((c, i) => ({
      period: index.months[Math.max(0, at + 1 - months) + i]!.period,
      light: c.light,
      value: c.value,
      carried: c.carried && !c.covered,
      reason: c.reason,
    })),
  };
}
