import type { RiskEventCard } from "../../../server/routers/views.ts";

/** Above every probability in percent. */
const ON = 101;

/**
 * The order of the reader's questions: what is on, then what is likely by a probability that the past supports, then what is for
 * research only, however likely it calls itself, and last what is not known. The larger, the earlier.
 */
export function urgency({ event }: Pick<RiskEventCard, "event">): number {
  if (event === null) return -2 * ON;
  if (event.state.on === true) return ON;
  const told = event.probability?.value ?? 0;
  return event.proven ? told : told - ON;
}
