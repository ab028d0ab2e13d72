import type { LedgerDb } from "./ledger/ledger.ts";
import type { LoadStore, ObservationStore, UserStore } from "./stores/contract.ts";
import { endInterruptedRuns } from "./stores/runs.ts";

interface Interrupted {
  loads: Pick<LoadStore, "interrupted" | "rolledBack">;
  observations: Pick<ObservationStore, "discard">;
  users: Pick<UserStore, "removeExpiredSessions">;
}

/**
 * Puts right what a process that was killed left unfinished: the rows of loads without a commit go, their receipts
 * say so, and runs that were running end as failed. Returns a sentence for each thing put right.
 * Rows go before the receipt is written: a kill in between repeats this at the next start.
 */
export async function recover(base: Interrupted, db: LedgerDb, now: Date): Promise<string[]> {
  const at = now.toISOString();
  const notices: string[] = [];
  for (const load of await base.loads.interrupted()) {
    const rows = await base.observations.discard(load.id);
    const notice =
      `第 ${load.id} 次装载（${load.document}）上次未完成：已撤销 ${rows} 行，数据与装载前一致，可重新装载。` +
      `Load ${load.id} (${load.document}) was interrupted: ${rows} rows were removed, the base is as before it; load it again.`;
    await base.loads.rolledBack(load.id, notice, at);
    notices.push(notice);
  }
  const runs = await endInterruptedRuns(db, "进程中断，未完成。The process ended before this run did.", at);
  if (runs > 0) {
    notices.push(
      `${runs} 次计算上次未完成，已记为失败。${runs} run(s) were interrupted and are recorded as failed.`,
    );
  }
  await base.users.removeExpiredSessions(at);
  return notices;
}
