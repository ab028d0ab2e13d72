import { NATION } from "../indicators/nation.ts";

/** The key of a series among a rule's inputs: the indicator alone for the nation, `indicator@region` elsewhere. */
export function inputKey(indicator: string, region: string): string {
  return region === NATION ? indicator : `${indicator}@${region}`;
}
