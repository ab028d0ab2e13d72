import { randomUUID } from "node:crypto";
import { access, constants, mkdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { AppError } from "../../models/errors.ts";
import { loadChdb, type NativeConnection, type Session } from "./loadChdb.ts";

/** One statement at work: its session, what to call when it is over, and how to end it early. */
export interface Turn {
  session: Session;
  /** Put before the statement, so that it can be found among the running ones. */
  mark: string;
  release(): void;
}

/**
 * Sessions of the embedded engine on one data folder. A session runs one statement at a time, so there is a
 * small pool (more than four only queue for the same cores), and one beside it that is always free to
 * end a statement of the others: aborting the wait would leave the engine working.
 */
export interface ChdbSessions {
  /** Waits for a free session; AppError("cancelled") when the signal comes first. */
  take(signal?: AbortSignal): Promise<Turn>;
  /** Ends the statement that carries the mark, if it runs; returns at once. */
  kill(mark: string): void;
  /** How many statements a text holds and of which kind (0 reads, 1 writes, 3 steers the server, 4 is unreadable). */
  classify(sql: string): Promise<{ statementCount: number; queryClass: number }>;
  /** Ends what runs, waits until the engine has let go of it, and closes. */
  close(): Promise<void>;
}

export async function openChdbSessions(options: {
  dataDir: string;
  database: string;
  size: number;
}): Promise<ChdbSessions> {
  const chdb = await loadChdb();
  await writable(options.dataDir);
  const open = async (): Promise<Session> => {
    try {
      return new chdb.Session(options.dataDir, { connectionArgs: ENGINE_ARGUMENTS });
    } catch (error) {
      throw await refusal(options.dataDir, error);
    }
  };
  const control = await open();
  control.query(`CREATE DATABASE IF NOT EXISTS \`${options.database}\``);
  const sessions: Session[] = [control];
  for (let i = 0; i < options.size; i++) sessions.push(await open());
  for (const session of sessions) session.query(`USE \`${options.database}\``);

  const free = sessions.slice(1);
  const waiting: { give(session: Session): void; refuse(error: AppError): void }[] = [];
  const running = new Set<string>();
  let closed = false;

  const hand = (session: Session): Turn => {
    const mark = `/* guanlan ${randomUUID()} */`;
    running.add(mark);
    let over = false;
    const release = (): void => {
      if (over) return;
      over = true;
      running.delete(mark);
      const next = waiting.shift();
      if (next) next.give(session);
      else free.push(session);
    };
    return { session, mark, release };
  };

  const kill = (mark: string): void => {
    if (running.has(mark) && control.open)
      control.query(`KILL QUERY WHERE startsWith(query, '${mark}') ASYNC`, "TSV");
  };

  return {
    kill,
    take(signal) {
      if (closed) return Promise.reject(CLOSED());
      if (signal?.aborted) return Promise.reject(new AppError("cancelled", "the query was cancelled"));
      const session = free.pop();
      if (session) return Promise.resolve(hand(session));
      return new Promise((resolve, reject) => {
        const end = (): void => signal?.removeEventListener("abort", leave);
        const place = {
          give(next: Session): void {
            end();
            resolve(hand(next));
          },
          refuse(error: AppError): void {
            end();
            reject(error);
          },
        };
        const leave = (): void => {
          waiting.splice(waiting.indexOf(place), 1);
          place.refuse(new AppError("cancelled", "the query was cancelled while it waited for the engine"));
        };
        signal?.addEventListener("abort", leave, { once: true });
        waiting.push(place);
      });
    },
    classify: (sql) =>
      chdb.native.DurableClassifyAsync(control.connection as NativeConnection, sql, options.database),
    async close() {
      if (closed) return;
      closed = true;
      for (const place of waiting.splice(0)) place.refuse(CLOSED());
      for (const mark of running) kill(mark);
      await chdb.drainPending();
      for (const session of sessions) session.close();
      await chdb.drainPending();
    },
  };
}

const CLOSED = (): AppError => new AppError("store-unavailable", "the figure store is closed");

/** Long lists of series travel inside the statement; and whole numbers keep all their digits in JSON. */
const ENGINE_ARGUMENTS = ["--max_query_size=67108864", "--output_format_json_quote_64bit_integers=1"];

async function writable(dataDir: string): Promise<void> {
  try {
    await mkdir(dataDir, { recursive: true });
    await access(dataDir, constants.W_OK | constants.X_OK);
  } catch (error) {
    throw new AppError("store-unavailable", `cannot write to the data folder ${dataDir}`, { cause: error });
  }
}

/** The engine says only that it could not connect; its `status` file names the process that holds the folder. */
async function refusal(dataDir: string, cause: unknown): Promise<AppError> {
  const status = await readFile(join(dataDir, "status"), "utf8").catch(() => "");
  const pid = Number(/PID: (\d+)/.exec(status)?.[1]);
  if (alive(pid))
    return new AppError(
      "already-running",
      `the data folder ${dataDir} is in use by process ${pid}; one process may open it at a time`,
      { cause },
    );
  const said = cause instanceof Error ? cause.message : String(cause);
  return new AppError("store-unavailable", `the data folder ${dataDir} cannot be opened: ${said}`, { cause });
}

function alive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM"; // it lives, under another user
  }
}
