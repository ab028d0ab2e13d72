/** What a reader may do to a series on a page. */
export const TRANSFORMS = [
  "none",
  "yoy",
  "mom",
  "ma3",
  "ma12",
  "index",
  "percentile",
  "zscore",
  "diff",
] as const;
export type Transform = (typeof TRANSFORMS)[number];
