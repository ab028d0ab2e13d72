import { conferenceBoardIndex } from "../conferenceBoardIndex.ts";
import { cycleMoments } from "../normaliseCycle.ts";
import { oecdIndicator } from "../oecdIndicator.ts";
import { textbookComposite } from "../textbookComposite.ts";
import type { CycleFrame } from "./cycleFrame.ts";
import { CYCLE_GROUPS, type CycleGroup } from "./cycleMember.ts";

export const COMPOSITE_METHODS = ["conference-board", "oecd", "textbook"] as const;
export type CompositeMethod = (typeof COMPOSITE_METHODS)[number];

export interface GroupComposite {
  /** One figure a month of the frame. */
  index: Float64Array;
  /**
   * What each member adds, one row a member and one figure a month, in points. They add up to the change of the
   * month before the index is compounded (`conference-board`, `textbook`; NaN in the first month), or to the distance
   * of the index from 100 (`oecd`).
   */
  contributions: Float64Array[];
  /** 1 where a member's figure is bridged or forecast, one row a member. */
  estimated: Uint8Array[];
}

/**
 * The three groups by one method. Members are growth rates and survey indexes, so that they enter by differences and
 * the index tells the cycle of growth:
 *   conference-board  I(t) = I(t−1)(200 + i)/(200 − i), i = Σ fᵢ Δxᵢ, fᵢ ∝ 1/s.d.(Δxᵢ); 100 in the first month
 *   textbook          the same with Sᵢ = Δxᵢ / mean|Δxᵢ| and the amplitude of the coincident group
 *   oecd              100 + cycles HP₁₂(x − HP₁₂₀ x) over their mean absolute deviation, averaged where more than half are
 *                     known, with the amplitude of `reference`; the trend-restored form needs a level and is left out
 */
export function groupComposites(
  frame: CycleFrame,
  method: CompositeMethod,
  reference: string,
): Record<CycleGroup, GroupComposite> {
  if (method === "textbook") return byTextbook(frame);
  const of = method === "oecd" ? byOecd : byConferenceBoard;
  const [leading, coincident, lagging] = CYCLE_GROUPS.map((group) => of(frame, group, reference));
  return { leading: leading!, coincident: coincident!, lagging: lagging! };
}

const valuesOf = (frame: CycleFrame, group: CycleGroup): Float64Array[] =>
  frame.groups[group].map((m) => m.values);

/** Changes begin with the second month: NaN in the first, so that every row has the months of the frame. */
function fromSecondMonth(row: Float64Array): Float64Array {
  const whole = new Float64Array(row.length + 1);
  whole[0] = Number.NaN;
  whole.set(row, 1);
  return whole;
}

const marked = (frame: CycleFrame, group: CycleGroup, forecast: readonly Uint8Array[]): Uint8Array[] =>
  frame.groups[group].map((m, i) => m.bridged.map((b, t) => (b === 1 || forecast[i]![t] === 1 ? 1 : 0)));

function byConferenceBoard(frame: CycleFrame, group: CycleGroup): GroupComposite {
  const members = valuesOf(frame, group);
  const found = conferenceBoardIndex(members, { kinds: members.map(() => "difference" as const) });
  return {
    index: found.index,
    contributions: found.contributions.map(fromSecondMonth),
    estimated: marked(frame, group, found.estimated),
  };
}

function byTextbook(frame: CycleFrame): Record<CycleGroup, GroupComposite> {
  const components = (group: CycleGroup) =>
    valuesOf(frame, group).map((values) => ({ values, kind: "difference" as const }));
  const found = textbookComposite({
    leading: components("leading"),
    coincident: components("coincident"),
    lagging: components("lagging"),
  });
  const told = (group: CycleGroup): GroupComposite => {
    const { index, contributions, estimated } = found[group]!;
    return {
      index,
      contributions: contributions.map(fromSecondMonth),
      estimated: marked(frame, group, estimated),
    };
  };
  return { leading: told("leading"), coincident: told("coincident"), lagging: told("lagging") };
}

function byOecd(frame: CycleFrame, group: CycleGroup, reference: string): GroupComposite {
  const target = frame.groups.coincident.find((m) => m.indicator === reference)!.values;
  const members = valuesOf(frame, group);
  const found = oecdIndicator(members, target, { minShare: 0.5 });
  const { amplitudeAdjusted, average, normalised } = found;
  const { mean, scale: spread } = cycleMoments(average, "mean-absolute-deviation");
  const scale = cycleMoments(found.reference.cycle, "mean-absolute-deviation").scale / spread;
  const contributions = normalised.map((x) =>
    x.map((v, t) => {
      const there = normalised.reduce((n, other) => n + (Number.isNaN(other[t]!) ? 0 : 1), 0);
      return Number.isNaN(v) ? 0 : (scale * (v - mean)) / there;
    }),
  );
  return {
    index: amplitudeAdjusted,
    contributions,
    estimated: marked(
      frame,
      group,
      members.map((x) => new Uint8Array(x.length)),
    ),
  };
}
