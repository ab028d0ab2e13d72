import type { NowcastRecordView } from "../../../server/routers/views.ts";

/** Distances to publication at which any past period was told, farthest first. */
export function stagesOf({ periods }: Pick<NowcastRecordView, "periods">): number[] {
  const stages = new Set(periods.flatMap((p) => p.stages.map((s) => s.daysBefore)));
  return [...stages].sort((a, b) => b - a);
}
