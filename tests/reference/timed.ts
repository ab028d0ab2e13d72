/** Which timed jobs of tests/bench/models say how fast a method of the cases is. */
export const TIMED: Readonly<Record<string, readonly string[]>> = {
  ets_auto: ["ets-automatic"],
};
