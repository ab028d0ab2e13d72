/** Where a candidate becomes a model that runs by itself: the files, and the list in each. A test holds them against the code. */
export const ADOPTION = {
  scheduled: { file: "models/forecast/scheduled.ts", list: "SCHEDULED_MODELS" },
  candidates: { file: "models/forecast/candidates.ts", list: "LOADERS" },
  changelog: "models/CHANGELOG.md",
} as const;
