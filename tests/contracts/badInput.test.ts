import { describe, expect, it } from "vitest";
import { baiPerron } from "../../models/breaks/baiPerron.ts";
import { chow } from "../../models/breaks/chow.ts";
import { olsCusum, olsMosum, recursiveCusum } from "../../models/breaks/fluctuation.ts";
import { fStatistics } from "../../models/breaks/fStatistics.ts";
import { bryBoschan } from "../../models/cycle/bryBoschan.ts";
import { businessCycleClock } from "../../models/cycle/businessCycleClock.ts";
import { clockPositions } from "../../models/cycle/clockPosition.ts";
import { conferenceBoardIndex } from "../../models/cycle/conferenceBoardIndex.ts";
import { diffusionIndex } from "../../models/cycle/diffusionIndex.ts";
import { findTurningPoints } from "../../models/cycle/findTurningPoints.ts";
import { growthCycle } from "../../models/cycle/growthCycle.ts";
import { kullbackLeibler, timeDifferenceCorrelation } from "../../models/cycle/leadLag.ts";
import { normaliseCycle } from "../../models/cycle/normaliseCycle.ts";
import { oecdIndicator } from "../../models/cycle/oecdIndicator.ts";
import { survivalOdds } from "../../models/cycle/survivalOdds.ts";
import { textbookComposite } from "../../models/cycle/textbookComposite.ts";
import { denton } from "../../models/disaggregation/denton.ts";
import { disaggregate } from "../../models/disaggregation/regressionBased.ts";
import { AppError } from "../../models/errors.ts";
import { accuracy } from "../../models/evaluation/accuracy.ts";
import { clarkWest } from "../../models/evaluation/clarkWest.ts";
import { crpsSample } from "../../models/evaluation/crps.ts";
import { dieboldMariano } from "../../models/evaluation/dieboldMariano.ts";
import { modelConfidenceSet } from "../../models/evaluation/modelConfidenceSet.ts";
import { readPit } from "../../models/evaluation/probabilityIntegralTransform.ts";
import { baxterKing } from "../../models/filters/baxterKing.ts";
import { boostedHodrickPrescott } from "../../models/filters/boostedHodrickPrescott.ts";
import { butterworth } from "../../models/filters/butterworth.ts";
import { christianoFitzgerald } from "../../models/filters/christianoFitzgerald.ts";
import { hamiltonFilter, randomWalkCycle } from "../../models/filters/hamilton.ts";
import { hodrickPrescott } from "../../models/filters/hodrickPrescott.ts";
import { hodrickPrescottWithGaps } from "../../models/filters/hodrickPrescottWithGaps.ts";
import { oneSidedHodrickPrescott } from "../../models/filters/oneSidedHodrickPrescott.ts";
import { revisionBand } from "../../models/filters/revisionBand.ts";
import { monthlyAutoregression } from "../../models/forecast/bridge/monthlyAutoregression.ts";
import { chooseEtsMember } from "../../models/forecast/ets/chooseEts.ts";
import { fitEts } from "../../models/forecast/ets/fitEts.ts";
import { holtWinters } from "../../models/forecast/holtWinters/holtWinters.ts";
import { highFrequencyLags } from "../../models/forecast/midas/highFrequencyLags.ts";
import { midasRegression } from "../../models/forecast/midas/midasRegression.ts";
import { fitTheta } from "../../models/forecast/theta/fitTheta.ts";
import { binaryModel } from "../../models/regression/binary/binaryModel.ts";
import { brierScore } from "../../models/regression/binary/brierScore.ts";
import { roc } from "../../models/regression/binary/roc.ts";
import { longRunVariance } from "../../models/regression/covariance/longRunVariance.ts";
import { hacCovariance, hcCovariance } from "../../models/regression/covariance/robustCovariance.ts";
import { design } from "../../models/regression/design.ts";
import { ols } from "../../models/regression/ols.ts";
import { breuschGodfrey } from "../../models/regression/tests/breuschGodfrey.ts";
import { breuschPagan } from "../../models/regression/tests/breuschPagan.ts";
import { durbinWatson } from "../../models/regression/tests/durbinWatson.ts";
import { jarqueBera } from "../../models/regression/tests/jarqueBera.ts";
import { ljungBox } from "../../models/regression/tests/ljungBox.ts";
import { reset } from "../../models/regression/tests/reset.ts";
import { twoStageLeastSquares } from "../../models/regression/twoStageLeastSquares.ts";
import { decompose } from "../../models/seasonal/classical/decompose.ts";
import { kruskalWallis } from "../../models/seasonal/quality/kruskalWallis.ts";
import { qsOfSeries } from "../../models/seasonal/quality/qsStatistic.ts";
import { residualSeasonality } from "../../models/seasonal/quality/residualSeasonality.ts";
import { stableSeasonality } from "../../models/seasonal/quality/stableSeasonality.ts";
import { x11Quality } from "../../models/seasonal/quality/x11Quality.ts";
import { interpolateSeasonal } from "../../models/seasonal/stl/interpolateSeasonal.ts";
import { mstl } from "../../models/seasonal/stl/mstl.ts";
import { stl } from "../../models/seasonal/stl/stl.ts";
import { x11 } from "../../models/seasonal/x11/x11.ts";
import { fromColumns } from "../../models/statistics/matrix/matrix.ts";
import { randomSource } from "../../models/statistics/random/generator.ts";
import { adf } from "../../models/unitRoots/adf.ts";
import { dfGls, ersPTest } from "../../models/unitRoots/elliottRothenbergStock.ts";
import { engleGranger } from "../../models/unitRoots/engleGranger.ts";
import { kpssTest } from "../../models/unitRoots/kpssTest.ts";
import { phillipsOuliarisMultivariate, phillipsOuliarisZ } from "../../models/unitRoots/phillipsOuliaris.ts";
import { phillipsPerron } from "../../models/unitRoots/phillipsPerron.ts";
import { zivotAndrews } from "../../models/unitRoots/zivotAndrews.ts";
import { jointScore, robustScore } from "../../models/warning/signals/anomaly.ts";
import { auroc } from "../../models/warning/signals/auroc.ts";
import { creditGap } from "../../models/warning/signals/creditGap.ts";
import { cutoff } from "../../models/warning/signals/cutoff.ts";
import { klr } from "../../models/warning/signals/klr.ts";
import { orientedProbit } from "../../models/warning/signals/orientedProbit.ts";
import { probabilityScore } from "../../models/warning/signals/probabilityScore.ts";
import { rotationP } from "../../models/warning/signals/rotationP.ts";
import { basisBreaks } from "../../models/yearToDate/basisBreaks.ts";
import { comparableMonths } from "../../models/yearToDate/comparableChain.ts";
import { runningGrowth } from "../../models/yearToDate/growthOnly.ts";
import { monthGrowth } from "../../models/yearToDate/growthRoute.ts";
import { monthsFromLevels } from "../../models/yearToDate/levelRoute.ts";

/** Six years of months, the length at which every function below answers ordinary figures. */
const N = 72;
const random = randomSource(20);
const noise = (): Float64Array => Float64Array.from({ length: N }, () => random.normal());
/** What stands beside the figures under test: a second series, a third, events, and probabilities. */
const [other, third] = [noise(), noise()];
const ordinary = Float64Array.from(
  noise(),
  (e, t) => 100 + 0.2 * t + 8 * Math.sin((2 * Math.PI * t) / 12) + 5 * Math.sin(t / 9) + e,
);
const changed = (at: number, v: number): Float64Array => ordinary.map((x, t) => (t === at ? v : x));

const FIGURES: Readonly<Record<string, Float64Array>> = {
  "ordinary figures": ordinary,
  "no figure": new Float64Array(0),
  "one figure": Float64Array.of(100),
  "three figures": ordinary.slice(0, 3),
  "all missing": new Float64Array(N).fill(Number.NaN),
  "a missing figure": changed(40, Number.NaN),
  "an infinite figure": changed(40, Number.POSITIVE_INFINITY),
  constant: new Float64Array(N).fill(100),
  zeros: new Float64Array(N),
  "a straight line": ordinary.map((_, t) => 100 + t),
  explosive: ordinary.map((_, t) => 3 ** t),
  "beyond squares": ordinary.map((v) => v * 1e200),
  negative: ordinary.map((v) => -v),
};

type Run = (y: Float64Array) => unknown;
const PAIRS = "NaN where too few pairs are known or a side does not vary";
const LOST = "NaN stands where the filter gives no estimate";

const beside = (y: Float64Array) => other.subarray(0, y.length);
const besides = (y: Float64Array) => fromColumns([new Float64Array(y.length).fill(1), beside(y)]);
const regressed = (y: Float64Array) => ols(y, design([beside(y)]));
const events = (y: Float64Array) => Array.from(y, (_, t) => t % 9 < 2);
const totals = (y: Float64Array) => ({
  firstYear: 2018,
  total: y,
  growth: y.map(() => 5),
  totalHalf: 0.05,
  growthHalf: 0.05,
});
const quarters = (y: Float64Array) =>
  Array.from({ length: Math.floor(y.length / 3) }, (_, q) => ({
    from: 3 * q,
    to: 3 * q + 2,
    total: y[3 * q]!,
  }));
const chance = (y: Float64Array) => Array.from(y, (_, t) => (t % 10) / 10);
const bootstrap = { level: 90, draws: 50, blockLength: 4, seed: 1 };

/** Function, and how it is called with the figures; third, what its doc comment says of NaN and ∞ in the answer. */
const OF_ONE_SERIES: readonly (readonly [name: string, run: Run, said?: string])[] = [
  ["hodrickPrescott", (y) => hodrickPrescott(y, 1600)],
  ["hodrickPrescottWithGaps", (y) => hodrickPrescottWithGaps(y, 1600), "the cycle is NaN in a gap"],
  ["boostedHodrickPrescott", (y) => boostedHodrickPrescott(y, 1600, { mostRounds: 5 })],
  ["oneSidedHodrickPrescott", (y) => oneSidedHodrickPrescott(y, 1600), LOST],
  ["hamiltonFilter", (y) => hamiltonFilter(y), LOST],
  ["randomWalkCycle", (y) => randomWalkCycle(y), LOST],
  ["baxterKing", (y) => baxterKing(y, { low: 6, high: 32 }, 12), LOST],
  ["christianoFitzgerald", (y) => christianoFitzgerald(y, { low: 6, high: 32 })],
  ["butterworth", (y) => butterworth(y, { order: 2, cutOffPeriod: 32 })],
  ["revisionBand", (y) => revisionBand(y, (part) => hodrickPrescott(part, 1600).cycle, { first: 24 })],
  ["findTurningPoints", (y) => findTurningPoints(y)],
  ["bryBoschan", (y) => bryBoschan(y)],
  ["survivalOdds", (y) => survivalOdds(y, (part) => findTurningPoints(part), { first: 24 })],
  ["businessCycleClock", (y) => businessCycleClock(y, 12), LOST],
  ["clockPositions", (y) => clockPositions(y), LOST],
  ["growthCycle", (y) => growthCycle(y), "NaN before the first and after the last figure"],
  ["normaliseCycle", (y) => normaliseCycle(y), "NaN stays where a gap was"],
  ["oecdIndicator", (y) => oecdIndicator([y, beside(y)], third.subarray(0, y.length)), LOST],
  ["conferenceBoardIndex", (y) => conferenceBoardIndex([y, y.map((v, t) => v + t)]), LOST],
  ["textbookComposite", (y) => textbookComposite({ coincident: [{ values: y }] }), LOST],
  ["diffusionIndex", (y) => diffusionIndex([y]), "NaN where no component is known"],
  ["timeDifferenceCorrelation", (y) => timeDifferenceCorrelation(y, beside(y), 3), PAIRS],
  ["kullbackLeibler", (y) => kullbackLeibler(y, ordinary.subarray(0, y.length), 3), PAIRS],
  ["adf", (y) => adf(y)],
  ["phillipsPerron", (y) => phillipsPerron(y)],
  ["kpssTest", (y) => kpssTest(y, { lags: "auto" })],
  ["dfGls", (y) => dfGls(y)],
  ["ersPTest", (y) => ersPTest(y)],
  ["zivotAndrews", (y) => zivotAndrews(y)],
  ["engleGranger", (y) => engleGranger(y, [beside(y)])],
  ["phillipsOuliarisZ", (y) => phillipsOuliarisZ(fromColumns([y, beside(y)]))],
  ["phillipsOuliarisMultivariate", (y) => phillipsOuliarisMultivariate(fromColumns([y, beside(y)]))],
  ["chow", (y) => chow(y, besides(y), 30)],
  ["fStatistics", (y) => fStatistics(y, besides(y))],
  ["baiPerron", (y) => baiPerron(y, besides(y))],
  ["olsCusum", (y) => olsCusum(y, besides(y))],
  ["recursiveCusum", (y) => recursiveCusum(y, besides(y))],
  ["olsMosum", (y) => olsMosum(y, besides(y))],
  ["ols", regressed],
  ["hcCovariance", (y) => hcCovariance(regressed(y), "HC3")],
  ["hacCovariance", (y) => hacCovariance(regressed(y), { bandwidth: "newey-west" })],
  [
    "twoStageLeastSquares",
    (y) =>
      twoStageLeastSquares({
        y,
        endogenous: [beside(y)],
        exogenous: [],
        instruments: [third.subarray(0, y.length)],
      }),
  ],
  ["longRunVariance", (y) => longRunVariance(fromColumns([y, beside(y)]), { bandwidth: "andrews" })],
  ["binaryModel", (y) => binaryModel(y, design([beside(y)]), "logit")],
  ["roc", (y) => roc(Float64Array.from(events(y), Number), y), "thresholds run from −∞ to ∞"],
  ["brierScore", (y) => brierScore(y, chance(y))],
  ["durbinWatson", (y) => durbinWatson(y)],
  ["breuschGodfrey", (y) => breuschGodfrey(regressed(y), 2)],
  ["breuschPagan", (y) => breuschPagan(regressed(y))],
  ["reset", (y) => reset(regressed(y))],
  ["jarqueBera", (y) => jarqueBera(y)],
  ["ljungBox", (y) => ljungBox(y, 4)],
  ["denton", (y) => denton(y, quarters(y), "proportional")],
  ["disaggregate", (y) => disaggregate([y], quarters(beside(y)), y.length, "chow-lin")],
  ["monthsFromLevels", (y) => monthsFromLevels(totals(y))],
  ["monthGrowth", (y) => monthGrowth(totals(y))],
  ["comparableMonths", (y) => comparableMonths(totals(y))],
  ["basisBreaks", (y) => basisBreaks(totals(y))],
  [
    "runningGrowth",
    (y) =>
      runningGrowth(
        y,
        y.map(() => 1),
      ),
    "NaN from the first missing month on",
  ],
  ["accuracy", (y) => accuracy(y, beside(y))],
  ["dieboldMariano", (y) => dieboldMariano(y, beside(y))],
  ["clarkWest", (y) => clarkWest(y, beside(y), third.subarray(0, y.length))],
  ["modelConfidenceSet", (y) => modelConfidenceSet({ a: y, b: beside(y).map(Math.abs) }, bootstrap)],
  ["readPit", (y) => readPit(Array.from(y))],
  ["crpsSample", (y) => crpsSample(100, y)],
  ["robustScore", (y) => robustScore(y, 100)],
  ["auroc", (y) => auroc(Array.from(y), events(y), bootstrap)],
  ["rotationP", (y) => rotationP([Array.from(y)], [events(y)])],
  ["orientedProbit", (y) => orientedProbit(events(y).map(Number), y, 1, [...y.keys()], 12)],
  [
    "klr",
    (y) =>
      klr(Array.from(y), events(y), {
        tail: "upper",
        grid: [0.1, 0.2],
        theta: 0.5,
        threshold: "own-history",
        warmUp: 12,
      }),
  ],
  ["cutoff", (y) => cutoff(Array.from(y), events(y), "accuracy", 0.1)],
  ["probabilityScore", (y) => probabilityScore(Array.from(y), events(y)), "∞ where a certainty failed"],
  [
    "jointScore",
    (y) =>
      jointScore(
        Array.from(y, (v, t) => [v, other[t]!]),
        [100, 0],
      ),
  ],
  ["creditGap", (y) => creditGap(y), LOST],
  ["decompose", (y) => decompose(y, { period: 12 }), "NaN where the average lacks figures"],
  ["stl", (y) => stl(y, { period: 12, seasonalWindow: 7, robust: true })],
  ["mstl", (y) => mstl(y, { periods: [12], lambda: "auto" })],
  ["x11", (y) => x11(y, { period: 12, firstPeriod: 1 }), "NaN where X-11 has no value"],
  ["x11Quality", (y) => x11Quality(y, x11(y, { period: 12, firstPeriod: 1 }))],
  ["qsOfSeries", (y) => qsOfSeries(y, 12)],
  ["residualSeasonality", (y) => residualSeasonality(y, 12)],
  ["stableSeasonality", (y) => stableSeasonality(y, 12), "∞ where months differ without error"],
  ["kruskalWallis", (y) => kruskalWallis(y, 12)],
  ["interpolateSeasonal", (y) => interpolateSeasonal(y, [12])],
  ["monthlyAutoregression", (y) => monthlyAutoregression(y, 6, "output")],
  ["midasRegression", (y) => midasRegression({ ...midasOf(y, other), y: third.subarray(0, 20) })],
  ["chooseEtsMember", (y) => chooseEtsMember(y, 4), "NaN in a gap"],
  [
    "holtWinters",
    (y) => holtWinters(y, { period: 4, season: "multiplicative" }),
    "NaN before the first forecast",
  ],
  ["fitEts", (y) => fitEts(y, 4, { error: "A", trend: "Ad", season: "A" }), "NaN in a gap"],
  ["fitTheta", (y) => fitTheta(y, 12)],
];

const twin = ordinary.map((v) => 2 * v);
const pair = fromColumns([ordinary, twin]);

/** Functions of several series, where one says nothing that the others do not. */
const OF_SEVERAL: readonly (readonly [name: string, run: () => unknown, said?: string])[] = [
  ["ols", () => ols(other, design([ordinary, twin]))],
  [
    "binaryModel",
    () => binaryModel(Float64Array.from(events(other), Number), design([ordinary, twin]), "probit"),
  ],
  [
    "twoStageLeastSquares",
    () =>
      twoStageLeastSquares({ y: other, endogenous: [ordinary], exogenous: [third], instruments: [third] }),
  ],
  ["fStatistics", () => fStatistics(other, pair)],
  ["baiPerron", () => baiPerron(other, pair)],
  ["chow", () => chow(other, pair, 30)],
  ["recursiveCusum", () => recursiveCusum(other, pair)],
  ["olsCusum", () => olsCusum(other, pair)],
  ["olsMosum", () => olsMosum(other, pair)],
  ["engleGranger", () => engleGranger(ordinary, [twin]), "a perfect fit answers −∞"],
  ["phillipsOuliarisZ", () => phillipsOuliarisZ(pair)],
  ["phillipsOuliarisMultivariate", () => phillipsOuliarisMultivariate(pair, { type: "trace" })],
  ["disaggregate", () => disaggregate([ordinary, twin], quarters(other), N, "fernandez")],
  ["midasRegression", () => midasRegression(midasOf(ordinary, twin))],
  ["dieboldMariano", () => dieboldMariano(other, other)],
  ["clarkWest", () => clarkWest(other, third, third)],
];

function midasOf(a: Float64Array, b: Float64Array) {
  const rows = Array.from({ length: 20 }, (_, i) => i + 3);
  const term = (name: string, x: Float64Array) =>
    ({ name, lags: highFrequencyLags(x, 3, rows, 0, 2), weighting: "unrestricted" }) as const;
  return {
    y: other.subarray(0, 20),
    linear: { columns: [], names: [] },
    terms: [term("a", a), term("b", b)],
  };
}

const SLOWEST = 2000;

/** What is wrong with the answer, if anything. `said` is what the doc comment says of NaN and ∞ in it. */
function complaint(run: () => unknown, said: string): string | null {
  const start = performance.now();
  let wrong: string | null = null;
  try {
    wrong = oddNumber(run(), said, "answer");
  } catch (error) {
    if (!(error instanceof AppError)) return `threw ${String(error)}`;
    const typed = error.code === "invalid-input" || error.code === "not-enough-data";
    if (!typed || error.message.split(" ").length < 4) wrong = `refused as ${error.code}: ${error.message}`;
  }
  return performance.now() - start > SLOWEST ? "took too long" : wrong;
}

/** Where in the answer a number stands that is not finite. */
function oddNumber(value: unknown, said: string, path: string): string | null {
  if (typeof value === "number") {
    const expected = Number.isFinite(value) || said.includes(Number.isNaN(value) ? "NaN" : "∞");
    return expected ? null : `${path} is ${value}`;
  }
  if (value === null || typeof value !== "object") return null;
  for (const [key, inner] of Object.entries(value)) {
    const found = oddNumber(inner, said, `${path}.${key}`);
    if (found) return found;
  }
  return null;
}

for (const [name, run, said = ""] of OF_ONE_SERIES)
  describe(`${name}, handed bad figures,`, () => {
    it.each(Object.entries(FIGURES))("refuses in a sentence or answers in finite numbers: %s", (_, y) => {
      expect(complaint(() => run(y), said)).toBeNull();
    });
  });

describe("a series that says nothing another does not", () => {
  for (const [name, run, said = ""] of OF_SEVERAL)
    it(`${name} refuses in a sentence or answers in finite numbers`, () => {
      expect(complaint(run, said)).toBeNull();
    });
});
