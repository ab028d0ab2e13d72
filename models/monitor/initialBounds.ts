import { TARGETS } from "../indicators/annualTargets.ts";
import { asOf } from "../series/asOf.ts";
import type { IsoDate } from "../series/date.ts";
import type { StoredObservation } from "../series/observation.ts";
import { type SeriesHead, seriesOf } from "../series/series.ts";
import { computeBounds, leastFigures, methodWords } from "./computeBounds.ts";
import type { BoundsRow } from "./lights.ts";
import { memberSeries } from "./memberSeries.ts";
import type { Preset, PresetMember } from "./preset.ts";

/** Every vintage of one series. */
export interface SeriesHistory {
  head: SeriesHead;
  history: readonly StoredObservation[];
}

/** Who stands behind rows that the product computes itself. */
export const COMPUTED_BY = "guanlan";

/**
 * The dated bounds of a preset from the base's own history, so that the past is judged by bounds then in force:
 * every 1 January from `firstYear` to the year of `through`, from the figures known on that day only; policy
 * bands on the day the year's target was announced. A member without four years of figures on a 1 January has
 * no row for that year. Rows rise by indicator, then day.
 */
export function initialBounds(
  preset: Preset,
  histories: ReadonlyMap<string, SeriesHistory>,
  firstYear: number,
  through: IsoDate,
): BoundsRow[] {
  return preset.members.flatMap((member) => {
    const known = histories.get(member.indicator);
    return known ? memberRows(preset.id, member, known, firstYear, through) : [];
  });
}

function memberRows(
  preset: string,
  member: PresetMember,
  known: SeriesHistory,
  firstYear: number,
  through: IsoDate,
): BoundsRow[] {
  const rule = member.bounds;
  if (rule.kind === "cpi-target") return policyRows(preset, member, rule.offsets, firstYear, through);
  const words = methodWords(rule);
  const rows: BoundsRow[] = [];
  for (let year = firstYear; year <= Number(through.slice(0, 4)); year++) {
    const day = `${year}-01-01`;
    if (day > through) break;
    const series = memberSeries(member, seriesOf(known.head, asOf(known.history, day)));
    if (series.values.filter((v) => v !== null).length < leastFigures(series)) continue;
    rows.push({
      preset,
      indicator: member.indicator,
      bounds: computeBounds(series, rule, member.decimals),
      methodZh: `${words.zh}；依据 ${day} 已知数据`,
      methodEn: `${words.en}; from data known on ${day}`,
      validFrom: day,
      approvedBy: COMPUTED_BY,
    });
  }
  return rows;
}

function policyRows(
  preset: string,
  member: PresetMember,
  offsets: readonly [number, number, number, number],
  firstYear: number,
  through: IsoDate,
): BoundsRow[] {
  const start = `${firstYear}-01-01`;
  const days = [start, ...TARGETS.cpi.map((t) => t.announced).filter((d) => d > start && d <= through)];
  return days.flatMap((day): BoundsRow[] => {
    const goal = TARGETS.cpi.findLast((t) => t.announced <= day && t.value !== null);
    if (!goal || goal.value === null) return [];
    const method = { kind: "policy", target: goal.value, offsets } as const;
    const words = methodWords(method);
    return [
      {
        preset,
        indicator: member.indicator,
        bounds: computeBounds(EMPTY, method, member.decimals),
        methodZh: `${words.zh}（${goal.year} 年政府工作报告）`,
        methodEn: `${words.en} (Government Work Report ${goal.year})`,
        validFrom: day,
        approvedBy: COMPUTED_BY,
      },
    ];
  });
}

/** A policy band asks nothing of the history. */
const EMPTY = seriesOf({ indicator: "", region: "", frequency: "M", basis: "period", unit: "percent" }, []);
