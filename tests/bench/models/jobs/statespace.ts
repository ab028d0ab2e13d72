import { fitStructural } from "../../../../models/forecast/structural/fitStructural.ts";
import type { StructuralSpec } from "../../../../models/forecast/structural/structuralSpec.ts";
import { structuralSystem } from "../../../../models/forecast/structural/structuralSystem.ts";
import { knownInitial } from "../../../../models/statespace/initialState.ts";
import { kalmanFilter } from "../../../../models/statespace/kalmanFilter.ts";
import { logLikelihood } from "../../../../models/statespace/logLikelihood.ts";
import { planFor } from "../../../../models/statespace/plan.ts";
import { smoothStates } from "../../../../models/statespace/smoothStates.ts";
import type { StateSpace } from "../../../../models/statespace/stateSpace.ts";
import type { BenchData, ModelBench } from "../job.ts";

const BSM: StructuralSpec = { level: "lltrend", seasonal: { period: 12 } };
const same = (ours: number, theirs: number): boolean =>
  Math.abs(ours - theirs) <= 1e-6 * Math.max(1, Math.abs(theirs));

/** One likelihood as a search asks for it: parameters written into the model, system read, filter run. */
const likelihood =
  (read: (data: BenchData) => Float64Array, spec: StructuralSpec, params: number[], calls: number) =>
  (data: BenchData): { run(): number; calls: number } => {
    const y = read(data);
    const system = structuralSystem(spec, y.length);
    const plan = planFor(system.model, y.length);
    return {
      run() {
        system.apply(params);
        return logLikelihood(plan, system.model, y, { convention: "all-constants" });
      },
      calls,
    };
  };

const airline = (data: BenchData): Float64Array => Float64Array.from(data.ap, Math.log);
const AIRLINE = [1.3e-4, 7e-4, 1e-8, 6.4e-5];

/** Three series on six states, nothing sparse. */
function dense(m: number): StateSpace {
  const square = (f: (i: number, j: number) => number, rows = m) =>
    Float64Array.from({ length: rows * m }, (_, e) => f(Math.floor(e / m), e % m));
  return {
    series: 3,
    states: m,
    Z: square((i, j) => Math.cos(i + 2 * j), 3),
    h: Float64Array.of(0.5, 0.6, 0.7),
    T: square((i, j) => (i === j ? 0.5 : 0) + 0.05 * Math.sin(3 * i + 7 * j + 1)),
    Q: square((i, j) => (i === j ? 0.3 + 0.1 * i : 0)),
    initial: knownInitial(
      new Float64Array(m),
      square((i, j) => (i === j ? 10 : 0)),
    ),
  };
}

export const jobs: readonly ModelBench[] = [
  {
    id: "local-level-nile",
    title: "Local level, log-likelihood, 100 years",
    ours: likelihood((data) => Float64Array.from(data.nile), { level: "llevel" }, [15099, 1469.1], 20_000),
    peers: [{ peer: "statsmodels", script: "statespace.py", args: ["level"], floor: 4, ambition: 10, same }],
  },
  {
    id: "bsm-airline",
    title: "Basic structural model, log-likelihood, 144 months, 13 states",
    ours: likelihood(airline, BSM, AIRLINE, 4000),
    peers: [{ peer: "statsmodels", script: "statespace.py", args: ["bsm"], floor: 4, ambition: 10, same }],
  },
  {
    id: "bsm-720",
    title: "Basic structural model, log-likelihood, 720 months",
    ours: likelihood((data) => Float64Array.from(data.s720), BSM, [25, 55, 0.01, 1.4], 800),
    peers: [{ peer: "statsmodels", script: "statespace.py", args: ["bsm720"], floor: 4, ambition: 10, same }],
  },
  {
    id: "dense-3-6",
    title: "General state space, 3 series on 6 dense states, log-likelihood",
    ours(data) {
      const rows = data.var7.values;
      const y = Float64Array.from(rows.flatMap((row) => row.slice(0, 3)));
      const model = dense(6);
      const plan = planFor(model, rows.length);
      return { run: () => logLikelihood(plan, model, y), calls: 4000 };
    },
    peers: [{ peer: "statsmodels", script: "statespace.py", args: ["dense"], floor: 4, ambition: 10, same }],
  },
  {
    id: "bsm-smoother",
    title: "Basic structural model, filter and smoother with all variances, 144 months",
    ours(data) {
      const y = airline(data);
      const system = structuralSystem(BSM, y.length);
      system.apply(AIRLINE);
      const m = system.model.states;
      return {
        run() {
          const { states } = smoothStates(system.model, kalmanFilter(system.model, y));
          let sum = 0;
          for (let t = 0; t < y.length; t++) sum += states[t * m]!;
          return sum;
        },
        calls: 300,
      };
    },
    peers: [
      { peer: "statsmodels", script: "statespace.py", args: ["smoother"], floor: 0.15, ambition: 1, same },
    ],
  },
  {
    id: "bsm-fit",
    title: "Basic structural model, maximum likelihood from several starts, 144 months",
    ours(data) {
      const y = airline(data);
      return { run: () => fitStructural(y, BSM, { convention: "all-constants" }).logLikelihood, calls: 6 };
    },
    peers: [
      {
        peer: "statsmodels",
        script: "statespace.py",
        args: ["fit"],
        floor: 1,
        ambition: 5,
        same: (ours, theirs) => ours >= theirs - 1e-3,
      },
    ],
  },
];
