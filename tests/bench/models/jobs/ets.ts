import { chooseEtsMember } from "../../../../models/forecast/ets/chooseEts.ts";
import { inThreads } from "../inThreads.ts";
import type { ModelBench } from "../job.ts";

export const jobs: readonly ModelBench[] = [
  {
    id: "ets-automatic",
    title: "Automatic ETS, AirPassengers, the family of forecast::ets",
    ours({ ap }) {
      const y = Float64Array.from(ap);
      return { run: () => chooseEtsMember(y, 12).aicc, calls: 100 };
    },
    peers: [
      {
        peer: "R",
        script: "ets.R",
        floor: 60,
        ambition: 150,
        same: (ours, theirs) => ours <= theirs + 1e-3,
      },
    ],
  },
  {
    id: "ets-thousand",
    title: "Automatic ETS of 1,000 monthly series on two worker threads, wall time",
    limitSeconds: 10,
    ours: () => inThreads("etsShare.ts", 1000),
    peers: [],
  },
];
