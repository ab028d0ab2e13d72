import type { LightBounds, User } from "../../../db/stores/contract.ts";
import { indicatorById } from "../../../models/indicators/registry.ts";
import type { IsoDate } from "../../../models/series/date.ts";
import type { KpiCard } from "../../routers/views.ts";
import type { Services } from "../../services.ts";
import { maySee } from "../catalogue.ts";
import { figureOf, latestOf, previousOf, tailOf } from "../figure.ts";
import { boundsFor, indicatorLight } from "./indicatorLight.ts";
import { COCKPIT_KPIS } from "./kpis.ts";

/** Slots of a card's sparkline: five years of months, seven of quarters. */
const SPARK = { A: 15, Q: 28, M: 60, W: 104, D: 250 } as const;

/** The cockpit's cards, each a published figure with its passport, its light and the normal band. */
export async function kpiCards(
  s: Services,
  user: User,
  bounds: readonly LightBounds[],
  asOf: IsoDate,
): Promise<KpiCard[]> {
  const indicators = COCKPIT_KPIS.map((id) => indicatorById(id)!).filter((i) => maySee(user, i));
  const read = await s.base.observations.series(
    indicators.map((i) => ({ indicator: i.id, region: "CHN" })),
    { asOf },
  );
  return indicators.map((indicator, i) => {
    const series = read[i]!;
    const figure = figureOf(indicator, "CHN", latestOf(series));
    const previous = previousOf(series);
    const band = boundsFor(bounds, indicator.id, asOf);
    return {
      ...figure,
      previous: previous?.value ?? null,
      previousPeriod: previous?.period ?? null,
      light: indicatorLight(bounds, indicator, "CHN", figure.value, asOf),
      band: band ? [band[1], band[2]] : null,
      spark: tailOf(series, SPARK[series.frequency]),
      forecast: null,
    };
  });
}
