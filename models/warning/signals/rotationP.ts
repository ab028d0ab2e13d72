import { AppError } from "../../errors.ts";

type Scores = readonly (number | null)[];
type Events = readonly (boolean | null)[];

/**
 * Odds that scores which know nothing order the periods as well: the outcomes are turned round the sample by every number of periods,
 * so that both keep their runs, and the area under the ROC curve is taken anew.
 *   p = #{shifts k = 0 … n − 1 : AUROC(scores, outcomes turned by k) ≥ AUROC(scores, outcomes)} / n
 * Exact where `permutationP` draws. Several series are turned together, as they happened together, and judged as one. A turn that leaves
 * one kind of period without a score counts as no better; a score that is not finite counts as none. Throws AppError: "invalid-input" for series of unlike length,
 * "not-enough-data" where both kinds are not there.
 */
export function rotationP(scores: readonly Scores[], outcomes: readonly Events[]): number {
  const n = scores[0]?.length ?? 0;
  if (scores.length !== outcomes.length || [...scores, ...outcomes].some((s) => s.length !== n))
    throw new AppError("invalid-input", "scores and outcomes of one length each are needed, as many of both");
  const cells = scores
    .flatMap((series, e) =>
      series.flatMap((score, t) => (score === null || !Number.isFinite(score) ? [] : [{ score, e, t }])),
    )
    .sort((a, b) => a.score - b.score);
  const observed = areaAt(0);
  if (observed === null)
    throw new AppError(
      "not-enough-data",
      "periods before an event and calm ones with a score are both needed",
    );
  let asGood = 0;
  for (let shift = 0; shift < n; shift++) if ((areaAt(shift) ?? 0) >= observed) asGood++;
  return asGood / n;

  /** Pairs in order, ties half, in one walk up the scores. */
  function areaAt(shift: number): number | null {
    let zeros = 0;
    let ones = 0;
    let ordered = 0;
    for (let i = 0; i < cells.length; ) {
      let tiedOnes = 0;
      let tiedZeros = 0;
      const { score } = cells[i]!;
      for (; i < cells.length && cells[i]!.score === score; i++) {
        const event = outcomes[cells[i]!.e]![(cells[i]!.t + shift) % n];
        if (event === true) tiedOnes++;
        else if (event === false) tiedZeros++;
      }
      ordered += tiedOnes * (zeros + tiedZeros / 2);
      ones += tiedOnes;
      zeros += tiedZeros;
    }
    return ones === 0 || zeros === 0 ? null : ordered / (ones * zeros);
  }
}
