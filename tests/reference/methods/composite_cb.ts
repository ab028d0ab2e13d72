import { conferenceBoardIndex } from "../../../models/cycle/conferenceBoardIndex.ts";
import { afterChange, type ChangeKind, symmetricChange } from "../../../models/cycle/symmetricChange.ts";
import type { ReferenceCase } from "../case.ts";
import type { Compare } from "../compare.ts";
import type { MethodCheck } from "../method.ts";

const KINDS: Readonly<Record<string, ChangeKind>> = { pct: "percent", diff: "difference", level: "level" };

export const check: MethodCheck = {
  method: "composite_cb",
  answeredBy: "cycle/conferenceBoardIndex.ts#conferenceBoardIndex",
  source: "The Conference Board, Calculating the Composite Indexes",
  tolerance: "1e-10; the printed example to its printed digits",
  reason: "sums and products; a chain of 720 products keeps 13 digits",
  check(c, compare) {
    if (!Array.isArray(c.input.columns)) return published(c, compare);
    const rows = c.input.values as (number | null)[][];
    const { kind, base_rows_1based } = c.params as { kind: string[]; base_rows_1based: number[] };
    const columns = kind.map((_, i) => Float64Array.from(rows, (row) => row[i] ?? Number.NaN));
    const ours = conferenceBoardIndex(columns, {
      kinds: kind.map((k) => KINDS[k] ?? "difference"),
      base: base_rows_1based.map((row) => row - 1),
    });
    const out = c.output as {
      standardisation: number[];
      changes: number[][];
      contributions: number[][];
      sum: number[];
      level_raw: number[];
      level_rebased: number[];
    };
    const byRow = (lines: Float64Array[]): number[][] =>
      Array.from({ length: rows.length - 1 }, (_, t) => lines.map((line) => line[t]!));
    compare.array("factors", ours.factors, out.standardisation, 1e-10);
    compare.array("changes", byRow(ours.changes), out.changes, 1e-10);
    compare.array("contributions", byRow(ours.contributions), out.contributions, 1e-10);
    compare.array("sum", ours.sum, out.sum, 1e-10);
    compare.array("index", ours.index, out.level_raw, 1e-10);
    compare.array("rebased index", ours.rebased, out.level_rebased, 1e-10);
  },
};

/** One month of the published leading index, step by step. */
function published(c: ReferenceCase, compare: Compare): void {
  const { x_prev, x, factor, level_prev, sum_contributions } = c.input as Record<string, number>;
  const out = c.output as Record<string, number>;
  const change = symmetricChange(x_prev!, x!);
  const rounded = Math.round(change * 100) / 100;
  const level = afterChange(level_prev!, sum_contributions!);
  compare.relative("symmetric change", change, out.symmetric_change, 1e-10);
  compare.absolute("symmetric change as printed", change, out.symmetric_change_rounded, 0.005);
  compare.relative("contribution", factor! * rounded, out.contribution_from_rounded_change, 1e-10);
  compare.absolute("contribution as printed", factor! * change, out.contribution_rounded, 0.005);
  compare.relative("level", level, out.level, 1e-10);
  compare.absolute("level as printed", level, out.level_rounded, 0.05);
}
