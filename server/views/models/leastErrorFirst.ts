import type { ModelForecastRow } from "../../routers/views.ts";

type Row = Pick<ModelForecastRow, "model" | "record" | "against">;

/** Least error first: on the origins common with the model that pages show, where there are such; else against naive. */
export function leastErrorFirst<R extends Row>(rows: readonly R[], chosen: string | null): R[] {
  const own = rows.find((r) => r.model === chosen)?.record.relativeToNaive;
  const score = ({ model, record, against }: R): number =>
    own === undefined || !against ? record.relativeToNaive : model === chosen ? own : against.ratio * own;
  return rows.toSorted((a, b) => score(a) - score(b) || a.model.localeCompare(b.model));
}
