import { arimaData } from "../../../../models/arima/arimaData.ts";
import { exactLikelihood } from "../../../../models/arima/arimaLikelihood.ts";
import type { ArimaOrder } from "../../../../models/arima/arimaOrder.ts";
import { chooseArima } from "../../../../models/arima/chooseArima.ts";
import { fitArima } from "../../../../models/arima/fitArima.ts";
import type { BenchData, ModelBench, PeerJob } from "../job.ts";

const ORDER: ArimaOrder = { p: 1, d: 1, q: 1, P: 0, D: 1, Q: 1, m: 12, constant: false };
const AT = {
  ar: Float64Array.of(0.2),
  ma: Float64Array.of(-0.58),
  seasonalAr: new Float64Array(0),
  seasonalMa: Float64Array.of(-0.56),
};

type Which = "log-ap" | "s720";
const seriesOf = (data: BenchData, which: Which): Float64Array =>
  which === "log-ap" ? Float64Array.from(data.ap, Math.log) : Float64Array.from(data.s720);

const peers = (
  job: string,
  which: Which,
  floors: { statsmodels?: [number, number]; R?: [number, number] },
  same: PeerJob["same"],
): PeerJob[] => {
  const each: PeerJob[] = [];
  if (floors.statsmodels) {
    const [floor, ambition] = floors.statsmodels;
    each.push({ peer: "statsmodels", script: "arima.py", args: [job, which], floor, ambition, same });
  }
  if (floors.R) {
    const [floor, ambition] = floors.R;
    each.push({ peer: "R", script: "arima.R", args: [job, which], floor, ambition, same });
  }
  return each;
};

const likelihood = (which: Which, title: string): ModelBench => ({
  id: `arima-likelihood-${which}`,
  title: `Exact log-likelihood of (1,1,1)(0,1,1)12, ${title}`,
  ours(data) {
    const at = exactLikelihood(arimaData(seriesOf(data, which), ORDER));
    return { calls: 4000, run: () => at(AT)!.logLikelihood };
  },
  // The peers put a prior of variance 1e6 on the levels: 2e-7 for statsmodels, 3e-3 for R; at 720 months statsmodels
  // freezes its filter on a seasonal plateau, 7e-5.
  peers: peers(
    "likelihood",
    which,
    { statsmodels: [80, 300], R: [30, 120] },
    (ours, theirs) => Math.abs(ours - theirs) < 0.05,
  ),
});

const fitting = (which: Which, title: string): ModelBench => ({
  id: `arima-fit-${which}`,
  title: `Exact maximum likelihood of (1,1,1)(0,1,1)12, ${title}`,
  ours(data) {
    const y = seriesOf(data, which);
    return { calls: 400, run: () => fitArima(y, ORDER)!.logLikelihood };
  },
  // Ours must end as high, but for R's prior.
  peers: peers(
    "fit",
    which,
    { statsmodels: [150, 600], R: [60, 200] },
    (ours, theirs) => ours >= theirs - 0.05,
  ),
});

const choice = (which: Which, title: string): ModelBench => ({
  id: `arima-choice-${which}`,
  title: `Automatic seasonal ARIMA, AICc, ${title}`,
  ours(data) {
    const y = seriesOf(data, which);
    return { calls: which === "s720" ? 3 : 12, run: () => chooseArima(y, 12)!.aicc };
  },
  // A lower AICc at the same differencing is the better answer; R's prior lowers its own by up to 0.02.
  peers: peers("choice", which, { R: [20, 100] }, (ours, theirs) => ours <= theirs + 0.05),
});

export const jobs: readonly ModelBench[] = [
  likelihood("log-ap", "144 months"),
  likelihood("s720", "720 months"),
  fitting("log-ap", "144 months"),
  fitting("s720", "720 months"),
  choice("log-ap", "144 months"),
  choice("s720", "720 months"),
];
