import type { CycleView } from "../../../server/routers/views.ts";
import { GROUPS } from "./search.ts";

/** Who published the members of the composites: each once, in the order in which they come. */
export function agenciesOf(view: Pick<CycleView, "groups">, lang: "zh" | "en"): string {
  const names = GROUPS.flatMap((g) => view.groups[g].members.map((m) => m.latest.agencyName[lang]));
  return [...new Set(names)].join(lang === "zh" ? "、" : ", ");
}
