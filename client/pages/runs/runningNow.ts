import type { UnderWayRow } from "../../../server/routers/views.ts";
import type { LiveState } from "../../api/liveEvents.ts";

/**
 * What runs now: what the server listed when asked, moved on by what it has pushed since. A run begun later is known by
 * its events alone; one that has ended is gone. Oldest first.
 */
export function runningNow(
  listed: readonly UnderWayRow[],
  live: LiveState["runs"],
): Pick<UnderWayRow, "run" | "title" | "done" | "total">[] {
  const found = new Map<number, Pick<UnderWayRow, "run" | "title" | "done" | "total">>();
  for (const { run, title, done, total } of listed) found.set(run, { run, title, done, total });
  for (const { run, title, done, total, state } of live.values()) {
    if (state === "running") found.set(run, { run, title, done, total });
    else found.delete(run);
  }
  return [...found.values()].sort((a, b) => a.run - b.run);
}
