import type { MovePart, NowcastShown } from "../../../server/routers/views.ts";
import type { NewsPart } from "../../charts/newsDrawing.ts";

/** The steps of a path as columns by part, one cell a day of the path: the first day has no news. Parts in the order given. */
export function newsColumns(
  { path, steps }: Pick<NowcastShown, "path" | "steps">,
  order: readonly MovePart[],
  name: (part: MovePart) => string,
): NewsPart[] {
  const byDay = new Map(steps.map((s) => [s.day, new Map(s.parts.map((p) => [p.part, p.impact]))]));
  return order
    .map((part) => ({
      part,
      name: name(part),
      values: path.map((p) => byDay.get(p.day)?.get(part) ?? null),
    }))
    .filter((column) => column.values.some((v) => v !== null));
}
