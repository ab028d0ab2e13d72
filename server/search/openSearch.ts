import type { Base } from "../../db/stores/contract.ts";
import { INDICATORS, indicatorById, regionByCode } from "../../models/indicators/registry.ts";
import { HEADLINE } from "../../models/warning/headline.ts";
import { COCKPIT_KPIS } from "../views/cockpit/kpis.ts";
import { createSearchIndex, type SearchIndex } from "./searchIndex.ts";

/** Search over every series there is; a catalogue entry without figures is found under the nation. */
export function openSearch(base: Base): SearchIndex {
  const keys = base.directory.all().map((s) => s.key);
  const withFigures = new Set(keys.map((k) => k.indicator));
  const bare = INDICATORS.filter((i) => !withFigures.has(i.id)).map((i) => ({
    indicator: i.id,
    region: "CHN",
  }));
  const headline = new Set([...COCKPIT_KPIS, ...HEADLINE]);
  return createSearchIndex(
    [...keys, ...bare].flatMap(({ indicator, region }) => {
      const found = indicatorById(indicator);
      const place = regionByCode(region);
      return found && place
        ? [
            {
              indicator: found,
              region,
              regionZh: place.short.zh,
              regionEn: place.short.en,
              headline: headline.has(indicator),
            },
          ]
        : [];
    }),
  );
}
