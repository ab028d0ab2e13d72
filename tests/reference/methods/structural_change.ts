import { baiPerron } from "../../../models/breaks/baiPerron.ts";
import { chow } from "../../../models/breaks/chow.ts";
import { type Fluctuation, olsCusum, olsMosum, recursiveCusum } from "../../../models/breaks/fluctuation.ts";
import { fStatistics } from "../../../models/breaks/fStatistics.ts";
import { constantOnly, design } from "../../../models/regression/design.ts";
import type { MethodCheck } from "../method.ts";

interface Test {
  statistic: number;
  p_value: number;
}

export const check: MethodCheck = {
  method: "structural_change",
  answeredBy: "breaks/fluctuation.ts, fStatistics.ts, chow.ts, baiPerron.ts",
  source:
    "Brown, Durbin & Evans (1975); Ploberger & Krämer (1992); Andrews (1993); Hansen (1997); Bai & Perron (2003); Bai (1997)",
  tolerance: "processes and statistics relative 1e-8, p-values 1e-7 absolute, dates and intervals exact",
  reason: "R takes tail probabilities as 1 − p, which leaves sixteen digits after the point and no more",
  check(c, compare) {
    const y = c.input.y as number[];
    const terms = (c.params.formula as string)
      .split("~")[1]!
      .split("+")
      .map((t) => t.trim());
    const columns = terms.filter((t) => t !== "1").map((t) => c.input[t] as number[]);
    const { x } = columns.length === 0 ? constantOnly(y.length) : design(columns);
    const h = c.params.h as number;
    const o = c.output as Record<string, Record<string, unknown> & Test & { process: number[] }>;

    const processes: Record<string, () => Fluctuation> = {
      "OLS-CUSUM": () => olsCusum(y, x),
      "Rec-CUSUM": () => recursiveCusum(y, x),
      "OLS-MOSUM": () => olsMosum(y, x, h),
    };
    for (const [name, run] of Object.entries(processes)) {
      const theirs = o[name];
      if (!theirs) continue;
      const ours = run();
      compare.array(`${name} process`, ours.process, theirs.process, 1e-8);
      compare.relative(`${name} statistic`, ours.statistic, theirs.statistic, 1e-8);
      compare.absolute(`${name} p`, ours.p, theirs.p_value, 1e-7);
    }

    const point = o.chow as unknown as { point: number; F: number; p_value: number };
    const known = chow(y, x, point.point);
    compare.relative("chow F", known.statistic, point.F, 1e-8);
    compare.absolute("chow p", known.p, point.p_value, 1e-9);

    const f = fStatistics(y, x, 0.15);
    const theirF = o.Fstats as unknown as Record<string, Test> & { Fstats: number[]; breakpoint: number };
    compare.array("Fstats", f.path, theirF.Fstats, 1e-8);
    compare.equal("Fstats breakpoint", f.breakPoint, theirF.breakpoint);
    for (const kind of ["sup", "ave", "exp"] as const) {
      compare.relative(`${kind}F`, f[kind].statistic, theirF[`${kind}F`]!.statistic, 1e-8);
      compare.absolute(`${kind}F p`, f[kind].p, theirF[`${kind}F`]!.p_value, 1e-7);
    }

    const theirs = o.bai_perron as unknown as {
      rss: number[];
      bic: number[];
      partitions: number[][];
      optimal_by_bic: (number | null)[];
      coef_at_optimum: number[][];
      confint?: number[][];
    };
    const ours = baiPerron(y, x, { h, breaks: c.params.breaks as number });
    compare.array(
      "rss",
      ours.partitions.map((p) => p.rss),
      theirs.rss,
      1e-9,
    );
    compare.array(
      "bic",
      ours.partitions.map((p) => p.bic),
      theirs.bic,
      1e-9,
    );
    theirs.partitions.forEach((breaks, i) => {
      compare.array(`partition of ${i + 1}`, ours.partitions[i + 1]!.breaks, breaks, 0);
    });
    const chosen = ours.chosen.breaks.length > 0 ? ours.chosen.breaks : [null];
    compare.array("optimal_by_bic", chosen, theirs.optimal_by_bic, 0);
    compare.array("coef_at_optimum", ours.coefficients(ours.chosen), theirs.coef_at_optimum, 1e-9);
    if (theirs.confint) {
      const intervals = ours.intervals(ours.chosen).map((i) => [i.lower, i.breakPoint, i.upper]);
      compare.array("confint", intervals, theirs.confint, 0);
    }
  },
};
