import type { shell } from "../../words/zh/shell.ts";

/** How many alerts wait for someone; looking back, how many waited on that day. */
export function waitingLabel(
  words: Pick<(typeof shell)["bell"], "waiting" | "waitingOn">,
  waiting: number,
  { asOf }: { asOf?: string },
): string {
  return asOf === undefined ? words.waiting(waiting) : words.waitingOn(waiting, asOf);
}
