import type { Words } from "../../../models/indicators/indicator.ts";
import type { Headline, HeatDomain } from "../../routers/views.ts";
import { inside, MOST_NAMED } from "./riskSay.ts";

/** Title of the heat map: how many domains lean, and the names of those that lean most. */
export function heatTitle(domains: readonly HeatDomain[]): Headline {
  const judged = domains.filter((d) => d.latest !== null);
  const hot = judged.filter((d) => d.latest!.light > 3).sort((a, b) => b.latest!.score - a.latest!.score);
  const cold = judged.filter((d) => d.latest!.light < 3).sort((a, b) => a.latest!.score - b.latest!.score);
  const side = (list: readonly HeatDomain[], zh: string, en: string): Words[] => {
    if (list.length === 0) return [];
    const named = list.slice(0, MOST_NAMED);
    const more = list.length > named.length;
    return [
      {
        zh: `${named.map((d) => d.title.zh).join("、")}${more ? `等 ${list.length} 个领域` : ""}${zh}`,
        en: `${named.map((d) => inside(d.title)).join(", ")}${more ? ` and ${list.length - named.length} more` : ""} ${en}`,
      },
    ];
  };
  const tail = [...side(hot, "偏热", "hot"), ...side(cold, "偏冷", "cold")];
  return {
    text: {
      zh: tail.length > 0 ? tail.map((t) => t.zh).join("，") : `${judged.length} 个领域均在正常区间`,
      en:
        tail.length > 0
          ? capital(tail.map((t) => t.en).join("; "))
          : `All ${judged.length} domains in their normal range`,
    },
    claims: [
      { kind: "domains-hot", value: hot.length },
      { kind: "domains-cold", value: cold.length },
      ...[...hot.slice(0, MOST_NAMED), ...cold.slice(0, MOST_NAMED)].map((d) => ({
        kind: `domain-light:${d.id}`,
        light: d.latest!.light,
      })),
    ],
  };
}

const capital = (text: string): string => text[0]!.toUpperCase() + text.slice(1);
