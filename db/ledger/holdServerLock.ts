import pg from "pg";
import { AppError } from "../../models/errors.ts";

/** Advisory lock of a server at work on a ledger, in a class of our own. */
const CLASS = 1987;
const TAKE = `select pg_try_advisory_lock(${CLASS}, hashtext('guanlan.ledger.server')) as ours`;
const WHO = `
  select a.application_name || coalesce(' on ' || host(a.client_addr), '') as who
    from pg_locks l join pg_stat_activity a on a.pid = l.pid
   where l.locktype = 'advisory' and l.granted and l.classid = ${CLASS}
     and l.database = (select oid from pg_database where datname = current_database())`;
const AGAIN_MS = 1_000;

/**
 * One Guanlan works on a ledger: its start undoes interrupted loads and would undo another's running ones.
 * A connection of its own holds the lock for as long as the process lives; when the server drops it, the lock is taken
 * again as soon as the server answers, and `onWarning` hears of it. (Behind a pooler: in session mode only.)
 * Throws AppError("already-running") naming who holds it.
 */
export async function holdServerLock(
  settings: pg.ClientConfig,
  onWarning: (message: string) => void,
): Promise<{ release(): Promise<void> }> {
  let holder: pg.Client | null = null;
  let again: NodeJS.Timeout | undefined;
  let released = false;

  async function take(): Promise<void> {
    const client = new pg.Client(settings);
    client.on("error", (error) => {
      if (holder !== client || released) return;
      holder = null;
      onWarning(`the connection that keeps the ledger ours was lost: ${error.message}`);
      retryLater();
    });
    try {
      await client.connect();
      const taken = await client.query<{ ours: boolean }>(TAKE);
      if (!taken.rows[0]?.ours) throw await takenBy(client);
      holder = client;
    } catch (error) {
      await client.end();
      throw error;
    }
  }

  function retryLater(): void {
    again = setTimeout(() => {
      take().then(
        () => onWarning("the ledger is ours again"),
        (error: unknown) => {
          onWarning(
            `the ledger could not be kept ours: ${error instanceof Error ? error.message : String(error)}`,
          );
          if (!released) retryLater();
        },
      );
    }, AGAIN_MS);
    again.unref();
  }

  await take();
  return {
    async release() {
      released = true;
      clearTimeout(again);
      await holder?.end();
    },
  };
}

async function takenBy(client: pg.Client): Promise<AppError> {
  const found = await client.query<{ who: string }>(WHO);
  const who = found.rows[0]?.who ?? "a connection that has just ended";
  return new AppError("already-running", `another server already works on this ledger: ${who}`);
}
