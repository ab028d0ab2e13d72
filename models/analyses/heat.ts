import { periodOfSlot, slotOf } from "../series/period.ts";
import { HEAT_DOMAINS } from "../warning/china/domains.ts";
import { memberHeat } from "../warning/china/memberHeat.ts";
import type { HeatResult } from "../warning/china/riskResult.ts";
import type { Analysis } from "./contract.ts";

/** Five years of months. */
const MONTHS = 60;

/**
 * Heat of each domain by month: mean of its members' robust scores, each against its own ten years before. Figures are those known on the day;
 * the score of a month takes none of a later period.
 */
export const heat: Analysis<HeatResult> = {
  id: "heat",
  version: "1",
  title: { zh: "领域冷热", en: "Heat by domain" },
  weight: "light",
  subjects: ["domains"],
  reads: () => HEAT_DOMAINS.flatMap((d) => d.members.map((m) => m.indicator)),
  parameters: () => ({ months: MONTHS, domains: HEAT_DOMAINS.map((d) => d.id) }),
  compute(_subject, readings) {
    const last = slotOf(readings.day.slice(0, 7), "M");
    const all = HEAT_DOMAINS.map((d) =>
      d.members.map((m) => memberHeat(m, readings.series(m.indicator), last - MONTHS, MONTHS + 1)),
    );
    // The month of the day itself is shown once something of it is known.
    const from = all.some((d) => d.some((m) => m.values.at(-1) !== null)) ? 1 : 0;
    const cut = <T>(column: readonly T[]): T[] => column.slice(from, from + MONTHS);
    const months = cut(Array.from({ length: MONTHS + 1 }, (_, i) => periodOfSlot(last - MONTHS + i, "M")));
    return {
      day: readings.day,
      months,
      domains: HEAT_DOMAINS.map((d, i) => {
        const members = d.members.map((m, j) => {
          const scores = cut(all[i]![j]!.scores);
          const values = cut(all[i]![j]!.values);
          const newest = values.findLastIndex((v) => v !== null);
          return {
            indicator: m.indicator,
            scores,
            last: months[newest] ?? null,
            value: values[newest] ?? null,
          };
        });
        return {
          id: d.id,
          title: d.title,
          members,
          heat: months.map((_, t) => meanKnown(members.map((m) => m.scores[t]!))),
        };
      }),
    };
  },
};

function meanKnown(scores: readonly (number | null)[]): number | null {
  const known = scores.filter((s) => s !== null);
  return known.length === 0 ? null : known.reduce((a, b) => a + b, 0) / known.length;
}
