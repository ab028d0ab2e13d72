import { useQuery } from "@tanstack/react-query";
import { useLive } from "../../api/liveEvents.ts";
import { trpc } from "../../api/trpc.ts";
import { runningNow } from "./runningNow.ts";

/** What runs now, kept up by the server's events, and what this person may do about it. */
export function useRunning() {
  const { data } = useQuery(trpc.jobs.now.queryOptions());
  const { runs } = useLive();
  return {
    running: runningNow(data?.running ?? [], runs),
    mayRead: data?.mayRead ?? false,
    mayCancel: data?.mayCancel ?? false,
  };
}
