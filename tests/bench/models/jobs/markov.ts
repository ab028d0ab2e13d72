import { fitSwitching } from "../../../../models/markov/fitSwitching.ts";
import { switchingFilter } from "../../../../models/markov/switchingFilter.ts";
import { switchingModel } from "../../../../models/markov/switchingModel.ts";
import { unpackParameters } from "../../../../models/markov/switchingParameters.ts";
import { switchingRun } from "../../../../models/markov/switchingRun.ts";
import type { ModelBench } from "../job.ts";

/** Hamilton (1989) as printed. */
const AT = [0.754673, 0.095915, -0.358811, 1.163516, 0.5913638, 0.013486, -0.057521, -0.246983, -0.212923];
const OPTIONS = { regimes: 2, order: 4 };

export const jobs: readonly ModelBench[] = [
  {
    id: "markov-likelihood",
    title: "Markov-switching AR(4) on GNP growth, one likelihood over 32 joint states",
    ours({ gnp }) {
      const model = switchingModel(gnp, OPTIONS);
      const run = switchingRun(model);
      return { calls: 3000, run: () => switchingFilter(model, unpackParameters(model, AT), run) };
    },
    peers: [
      {
        peer: "statsmodels",
        script: "markov.py",
        args: ["likelihood"],
        floor: 4,
        ambition: 10,
        same: (ours, theirs) => Math.abs(ours - theirs) < 1e-6,
      },
    ],
  },
  {
    id: "markov-fit",
    title: "the same by maximum likelihood from 20 starts, with standard errors and smoothed probabilities",
    ours({ gnp }) {
      return { calls: 4, run: () => fitSwitching(gnp, OPTIONS, { starts: 20, seed: 1 }).logLikelihood };
    },
    peers: [
      {
        peer: "statsmodels",
        script: "markov.py",
        args: ["fit"],
        floor: 10,
        ambition: 30,
        same: (ours, theirs) => ours >= theirs - 1e-3,
      },
    ],
  },
];
