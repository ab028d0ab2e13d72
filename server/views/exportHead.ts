import type { Indicator, Words } from "../../models/indicators/indicator.ts";
import type { Passport } from "../routers/views.ts";
import { agencyName, regionOf } from "./catalogue.ts";
import { csvLine } from "./csv.ts";

export interface Exported {
  indicator: Indicator;
  region: string;
  /** What was done to the figures; left out where they are as published. */
  transform?: string;
  /** What a reader of the figures must know besides. */
  note?: Words | null;
}

/** The lines a file of figures opens with: what, where, from whom, under which terms, known when; each led by `#`. */
export function exportHead(of: Exported, passport: Passport, lang: "zh" | "en"): string[] {
  const zh = lang === "zh";
  const { indicator } = of;
  const rows: [string, string][] = [
    [zh ? "指标" : "indicator", `${indicator.name[lang]} (${indicator.id})`],
    [zh ? "地区" : "region", `${regionOf(of.region).name[lang]} (${of.region})`],
    ...(of.transform === undefined
      ? []
      : [[zh ? "变换" : "transform", of.transform] satisfies [string, string]]),
    [zh ? "来源" : "source", `${agencyName(indicator.agency)[lang]} · ${indicator.sourceTable[lang]}`],
    [zh ? "许可" : "licence", indicator.licence],
    [zh ? "截至" : "as_of", passport.asOf],
    [zh ? "数据版本" : "data_version", passport.dataVersion],
  ];
  if (indicator.simulated)
    rows.push([zh ? "注意" : "note", zh ? "模拟数据，非真实统计" : "simulated data, not real statistics"]);
  if (of.note) rows.push([zh ? "说明" : "remark", of.note[lang]]);
  return rows.map((row) => `# ${csvLine(row)}`);
}
