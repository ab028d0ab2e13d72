import type { FestivalWindow } from "../regarima/festivalShare.ts";
import type { Regressor } from "../regarima/regressor.ts";

/** Days of the rush before New Year's Eve, of the holiday from New Year's Day, and of the slow return after it; 0 for none. */
export interface SpringFestivalWindow {
  before: number;
  during: number;
  after: number;
}

/** A fortnight before, the statutory week, a fortnight after. */
export const SPRING_FESTIVAL_WINDOW: SpringFestivalWindow = { before: 15, during: 7, after: 15 };

type FestivalRegressor = Extract<Regressor, { kind: "festival" }>;

/**
 * The Spring Festival as three regressors with coefficients of their own: before [−before, −1], during [0, during − 1], after
 * [during, during + after − 1], each the centred share of its days in the month. With `oneBlock` the three windows are one.
 * Lin & Liu (2002); Roberts & White (2015), RBA RDP 2015-13, §3.
 */
export function springFestivalBlocks(
  window: SpringFestivalWindow = SPRING_FESTIVAL_WINDOW,
  options: {
    measure?: FestivalWindow["measure"];
    centred?: FestivalWindow["centred"];
    oneBlock?: boolean;
  } = {},
): FestivalRegressor[] {
  const { before, during, after } = window;
  const { oneBlock, ...rest } = options;
  const block = (name: string, from: number, to: number): FestivalRegressor => ({
    kind: "festival",
    name,
    festival: "spring-festival",
    from,
    to,
    ...rest,
  });
  if (oneBlock) return [block("Spring Festival", -before, during + after - 1)];
  return [
    ...(before > 0 ? [block("Spring Festival before", -before, -1)] : []),
    ...(during > 0 ? [block("Spring Festival during", 0, during - 1)] : []),
    ...(after > 0 ? [block("Spring Festival after", during, during + after - 1)] : []),
  ];
}

/** The other moving festivals, each one block of its statutory days with the rush before it. */
export const DRAGON_BOAT: FestivalRegressor = {
  kind: "festival",
  name: "Dragon Boat",
  festival: "dragon-boat",
  from: -3,
  to: 2,
};
export const MID_AUTUMN: FestivalRegressor = {
  kind: "festival",
  name: "Mid-Autumn",
  festival: "mid-autumn",
  from: -7,
  to: 2,
};
/** Fixed to 1 October: nothing of it is left after centring unless a longer window reaches into September. */
export const NATIONAL_DAY: FestivalRegressor = {
  kind: "festival",
  name: "National Day",
  festival: "national-day",
  from: -3,
  to: 6,
};
