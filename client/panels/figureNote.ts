import type { Figure } from "../../server/routers/views.ts";
import { formatDate } from "../format/formatDate.ts";
import { formatPeriod } from "../format/formatPeriod.ts";
import type { Lang } from "../words/useWords.ts";

/** A figure's passport in a line: period, agency, day of publication. */
export function figureNote(
  f: Pick<Figure, "period" | "agencyName" | "vintage">,
  lang: Lang,
  published: (date: string) => string,
): string {
  const parts = [formatPeriod(f.period, lang), f.agencyName[lang]];
  if (f.vintage !== null) parts.push(published(formatDate(f.vintage, lang)));
  return parts.join(" · ");
}
