import type { CompareView } from "../../../server/routers/views.ts";

/** Names that tell the series apart: the region where they differ in it. */
export function seriesNames(view: CompareView, lang: "zh" | "en"): string[] {
  const regions = new Set(view.series.map((s) => s.region)).size > 1;
  return view.series.map((s) =>
    regions || s.region !== "CHN" ? `${s.name[lang]} · ${s.regionName[lang]}` : s.name[lang],
  );
}
