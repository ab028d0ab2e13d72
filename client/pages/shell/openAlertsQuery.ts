import { trpc } from "../../api/trpc.ts";

/** The bell's short list: what waits for someone, most urgent first. Also tells the base's newest day. */
export function openAlertsQuery(asOf: { asOf?: string }) {
  return trpc.alerts.list.queryOptions({ ...asOf, states: ["open"], limit: 5 });
}
