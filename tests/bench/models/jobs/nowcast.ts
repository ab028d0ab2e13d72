import { expectationStep, workspaceOf } from "../../../../models/nowcast/expectationStep.ts";
import type { FactorModel, FactorParameters } from "../../../../models/nowcast/factorModel.ts";
import { type FactorPanel, standardise } from "../../../../models/nowcast/factorPanel.ts";
import { fitFactorModel, toQuarterEnd } from "../../../../models/nowcast/fitFactorModel.ts";
import { maximise } from "../../../../models/nowcast/maximise.ts";
import { newsBetween } from "../../../../models/nowcast/newsBetween.ts";
import { nowcastOf } from "../../../../models/nowcast/nowcastOf.ts";
import { stateLayout } from "../../../../models/nowcast/stateLayout.ts";
import type { ModelBench } from "../job.ts";

/** Uniform and nearly normal numbers that a few lines of any language repeat to the last bit. */
function simple(seed: number) {
  let state = seed;
  const uniform = (): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
  const normal = (): number => {
    let s = -6;
    for (let i = 0; i < 12; i++) s += uniform();
    return s;
  };
  return { uniform, normal };
}

/** The same panel as peers/nowcast.py: two factors, AR(1) errors, late starts, unpublished Januaries, a ragged edge. */
function simulated(monthly: number, quarterly: number, months: number) {
  const { uniform, normal } = simple(5);
  const n = monthly + quarterly;
  const loadings = Float64Array.from({ length: n * 2 }, () => 0.6 * normal());
  const rho = Float64Array.from({ length: n }, () => uniform() - 0.2);
  const variance = Float64Array.from({ length: n }, () => (0.4 + 0.5 * uniform()) ** 2);
  const total = months + 24;
  const f = new Float64Array(total * 2);
  for (let t = 2; t < total; t++) {
    const a = (t - 1) * 2;
    const b = (t - 2) * 2;
    f[t * 2] = 0.6 * f[a]! + 0.1 * f[a + 1]! + 0.2 * f[b]! + 0.5 * normal();
    f[t * 2 + 1] = 0.05 * f[a]! + 0.5 * f[a + 1]! + 0.2 * f[b + 1]! + 0.5 * normal();
  }
  const values = new Float64Array(months * n).fill(Number.NaN);
  for (let i = 0; i < n; i++) {
    const x = new Float64Array(total);
    let e = 0;
    for (let t = 0; t < total; t++) {
      e = rho[i]! * e + Math.sqrt(variance[i]!) * normal();
      x[t] = loadings[i * 2]! * f[t * 2]! + loadings[i * 2 + 1]! * f[t * 2 + 1]! + e;
    }
    const begins = i < monthly && i % 5 === 0 ? 24 + Math.floor(216 * uniform()) : 0;
    for (let t = begins; t < months; t++) {
      const at = t + 24;
      if (i >= monthly) {
        if (t % 3 === 2)
          values[t * n + i] = x[at]! + 2 * x[at - 1]! + 3 * x[at - 2]! + 2 * x[at - 3]! + x[at - 4]!;
        continue;
      }
      const unpublished =
        (i % 4 === 1 && t % 12 === 0) || (i % 8 === 3 && t % 12 < 2) || t >= months - (i % 3);
      if (!unpublished) values[t * n + i] = x[at]!;
    }
  }
  const model: FactorModel = {
    blocks: [{ name: "global", factors: 2, order: 2 }],
    series: Array.from({ length: n }, (_, i) => ({
      id: i < monthly ? `m${i}` : `q${i - monthly}`,
      row: i < monthly ? { kind: "monthly" } : { kind: "quarterly-growth", scale: 1 },
      blocks: ["global"],
      idiosyncratic: "ar1",
    })),
  };
  const parameters: FactorParameters = {
    loadings,
    transition: [Float64Array.of(0.6, 0.1, 0.2, 0, 0.05, 0.5, 0, 0.2)],
    innovation: [Float64Array.of(0.25, 0, 0, 0.25)],
    rho,
    variance,
  };
  return { model, parameters, panel: { start: 1965 * 12, months, values } };
}

const near = (ours: number, theirs: number): boolean => Math.abs(ours - theirs) <= 1e-7 * Math.abs(theirs);
const plainUnits = (n: number) => ({ mean: new Float64Array(n), sd: new Float64Array(n).fill(1) });

/** A vintage without its last month, and one figure in fifty different: what the next month's releases add to. */
function earlier({ start, months, values }: FactorPanel, n: number): FactorPanel {
  const before = values.slice();
  for (let i = 0; i < n; i++) {
    const last = (months - 1) * n + i;
    if (Number.isNaN(before[last]!)) before[last - n] = Number.NaN;
    before[last] = Number.NaN;
    for (let t = i % 50; t < months - 12; t += 50) before[t * n + i] = before[t * n + i]! * 1.01;
  }
  return { start, months, values: before };
}

export const jobs: readonly ModelBench[] = [
  {
    id: "dfm-em-iteration",
    title: "Factor model, 100 monthly and 20 quarterly series × 700 months, AR(1) errors: one EM iteration",
    ours() {
      const { model, parameters, panel } = simulated(100, 20, 700);
      const months = toQuarterEnd(panel.start, panel.months);
      const values = standardise(panel, plainUnits(model.series.length), months);
      const work = workspaceOf(stateLayout(model, panel.start, months, values, "lean"));
      return {
        run() {
          const e = expectationStep(work, parameters, values);
          maximise(work.layout, e, values, parameters);
          return e.logLikelihood;
        },
        calls: 6,
      };
    },
    peers: [{ peer: "statsmodels", script: "nowcast.py", floor: 20, ambition: 100, same: near }],
  },
  {
    id: "nowcast-fit",
    title: "Factor model, 25 monthly and 5 quarterly series × 240 months: fit by EM to 1e-6",
    limitSeconds: 1,
    ours() {
      const { model, panel } = simulated(25, 5, 240);
      return { run: () => fitFactorModel(model, panel).path.at(-1)!, calls: 8 };
    },
    peers: [],
  },
  {
    id: "nowcast-news",
    title: "The same: news of one month's releases and revisions for two quarters",
    limitSeconds: 0.1,
    ours() {
      const { model, panel } = simulated(25, 5, 240);
      const fit = fitFactorModel(model, panel, { maxIterations: 20 });
      const before = earlier(panel, model.series.length);
      const last = panel.start + panel.months - 1;
      const targets = [last + 3, last + 6].map((month) => ({ series: "q0", month }));
      return {
        run: () => newsBetween({ fit, panel: before }, { fit, panel }, targets).targets[0]!.total.news,
        calls: 20,
      };
    },
    peers: [],
  },
  {
    id: "nowcast-density",
    title: "The same: density of two quarters of one series",
    limitSeconds: 0.05,
    ours() {
      const { model, panel } = simulated(25, 5, 240);
      const fit = fitFactorModel(model, panel, { maxIterations: 20 });
      const last = panel.start + panel.months - 1;
      const targets = [last + 3, last + 6].map((month) => ({ series: "q0", month }));
      return { run: () => nowcastOf(fit, panel, targets, [50, 90])[0]!.mean, calls: 40 };
    },
    peers: [],
  },
];
