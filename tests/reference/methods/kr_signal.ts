import { klr } from "../../../models/warning/signals/klr.ts";
import { preEvent } from "../../../models/warning/signals/preEvent.ts";
import type { MethodCheck } from "../method.ts";

export const check: MethodCheck = {
  method: "kr_signal",
  answeredBy: "warning/signals/klr.ts#klr",
  source: "Kaminsky, Lizondo & Reinhart (1998), §III",
  tolerance: "relative 1e-12",
  reason: "counts and ratios of counts; figures that tie with a threshold to 1e-12 may fall on either side",
  check(c, compare) {
    const x = c.input.x as (number | null)[];
    const onsets = (c.input.crisis_onset_1based as number[]).map((o) => o - 1);
    const result = klr(x, preEvent(x.length, onsets, c.params.window as number), {
      tail: c.params.tail as "upper" | "lower",
      grid: c.params.grid as number[],
      theta: 0.5,
      threshold: "full-sample",
      warmUp: 1,
    });
    const rows = result.rows.map((r) => [
      r.q,
      r.threshold,
      r.counts.hits,
      r.counts.falseAlarms,
      r.counts.missed,
      r.counts.quiet,
      r.noiseToSignal,
      r.precision,
      r.eventRate,
    ]);
    const columns = c.output.columns as string[];
    (c.output.table as (number | null)[][]).forEach((theirs, i) => {
      const ours = rows[i]!;
      // The cases print 15 digits: figures that tie with the threshold fell on either side of it in the 17 of the original.
      const tied = x.filter((v) => v !== null && Math.abs(v - (ours[1] as number)) < 1e-12).length;
      const sameCounts = [2, 3, 4, 5].every((j) => ours[j] === theirs[j]);
      theirs.forEach((v, j) => {
        const what = `${columns[j]} of row ${i + 1}`;
        if (j >= 2 && j <= 5) compare.absolute(what, ours[j] ?? null, v, tied);
        else if (j < 2 || sameCounts) compare.relative(what, ours[j] ?? null, v, 1e-12, 1e-9);
      });
    });
    compare.equal(
      "best row",
      result.byNoiseToSignal === null ? null : result.rows.indexOf(result.byNoiseToSignal) + 1,
      c.output.best_row_1based as number,
    );
  },
};
