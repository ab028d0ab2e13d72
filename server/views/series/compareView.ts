import type { SeriesKey, User } from "../../../db/stores/contract.ts";
import type { Words } from "../../../models/indicators/indicator.ts";
import { applyTransform } from "../../../models/transforms/applyTransform.ts";
import type { Transform } from "../../../models/transforms/transform.ts";
import type { CompareView } from "../../routers/views.ts";
import type { Services } from "../../services.ts";
import { regionOf, sourceWords } from "../catalogue.ts";
import { latestOf } from "../figure.ts";
import { passportOf } from "../passport.ts";
import { correlationOf } from "./related.ts";
import { keyFor, windowOf } from "./seriesRequest.ts";

export interface CompareRequest {
  keys: readonly SeriesKey[];
  transform: Transform;
  start?: string | undefined;
  end?: string | undefined;
  asOf?: string | undefined;
}

/** Several series side by side after one transform, with their pairwise correlation on common periods. */
export async function compareView(s: Services, user: User, request: CompareRequest): Promise<CompareView> {
  const passport = passportOf(s.edition, request.asOf);
  const all = s.base.directory.all();
  const asked = request.keys.map((k) => keyFor(user, k.indicator, k.region, all));
  const read = await s.base.observations.series(
    asked.map((a) => a.key),
    { asOf: passport.asOf },
  );
  const notes: Words[] = [];
  const shown = read.map((series, i) => {
    const { series: transformed, note } = applyTransform(
      series,
      request.transform,
      asked[i]!.indicator.measure,
    );
    if (note)
      notes.push({
        zh: `${asked[i]!.indicator.short.zh}：${note.zh}`,
        en: `${asked[i]!.indicator.short.en}: ${note.en}`,
      });
    return windowOf(transformed, request.start, request.end);
  });
  return {
    ...passport,
    transform: request.transform,
    series: shown.map((series, i) => {
      const { indicator, key } = asked[i]!;
      return {
        indicator: indicator.id,
        region: key.region,
        name: indicator.short,
        regionName: regionOf(key.region).short,
        unit: series.unit,
        decimals: request.transform === "none" ? indicator.decimals : Math.max(1, indicator.decimals),
        frequency: series.frequency,
        periods: [...series.periods],
        values: [...series.values],
        vintage: latestOf(read[i]!)?.vintage ?? null,
        source: sourceWords(indicator),
        simulated: indicator.simulated === true,
      };
    }),
    correlation: shown.map((a) => shown.map((b) => (a === b ? 1 : correlationOf(a, b)))),
    note:
      notes.length === 0
        ? null
        : { zh: notes.map((n) => n.zh).join(" "), en: notes.map((n) => n.en).join(" ") },
  };
}
