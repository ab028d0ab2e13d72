import type { IsoDate } from "../../../models/series/date.ts";

/** The step of a day; the newest where none is asked for or the path has no such day. null for a path without steps. */
export function stepAt<S extends { day: IsoDate }>(steps: readonly S[], day: IsoDate | undefined): S | null {
  return steps.find((s) => s.day === day) ?? steps.at(-1) ?? null;
}
