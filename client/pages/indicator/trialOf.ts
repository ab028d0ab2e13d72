/** What the form of other settings holds. */
export interface TrialChoice {
  festival: "policy" | "searched" | "given" | "none";
  window: { before: number; during: number; after: number };
  method: "x11" | "seats";
  log: boolean;
  outliers: "searched" | "none";
  order: "auto" | "airline";
  workingDays: boolean;
}

/** The settings as the server is asked: what the form leaves to the policy is left out. */
export function trialOf({ festival, window, ...rest }: TrialChoice) {
  if (festival === "policy") return rest;
  return { ...rest, festival: festival === "given" ? window : festival === "none" ? null : festival };
}
