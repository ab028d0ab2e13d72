import { randomUUID } from "node:crypto";
import { Readable } from "node:stream";
import { type ClickHouseClient, type ClickHouseClientConfigOptions, parseError } from "@clickhouse/client";
import { AppError } from "../../models/errors.ts";
import { bindParams, type Params, quoted } from "./bindParams.ts";
import type { ChdbSessions, Turn } from "./chdbSessions.ts";
import { renderSettings, type Settings } from "./renderSettings.ts";
import { type SpooledFile, spool } from "./spool.ts";

/** What `@clickhouse/client` asks of a connection, taken from its own option so that a new version speaks up. */
export type Connection = NonNullable<ClickHouseClientConfigOptions["connection"]>;
type QueryParams = Parameters<Connection["query"]>[0];
type Summary = NonNullable<Awaited<ReturnType<ClickHouseClient["command"]>>["summary"]>;

/**
 * The embedded engine behind the official client. Differs from the connection that chdb brings along in
 * what a server would do too: settings and parameters end with their statement, exactly one statement runs,
 * bytes arrive as they were sent, and cancelling stops the engine.
 */
export function chdbConnection(sessions: ChdbSessions): Connection {
  /**
   * The statement as it will run: known to be one, parameters and settings in it. It is looked at before values
   * are put in, as a server does (values become literals, never more statements), and once for each text.
   */
  const kinds = new Map<string, ReturnType<ChdbSessions["classify"]>>();
  const kindOf = (sql: string): ReturnType<ChdbSessions["classify"]> => {
    const known = kinds.get(sql);
    if (known) return known;
    const kind = sessions.classify(sql);
    if (kinds.size >= KINDS_KEPT) kinds.clear();
    kinds.set(sql, kind);
    kind.catch(() => kinds.delete(sql));
    return kind;
  };
  const prepare = async (
    params: QueryParams,
    allowed: readonly number[],
    sql = params.query,
  ): Promise<string> => {
    const { statementCount, queryClass } = await kindOf(sql);
    if (statementCount > 1) throw refused(62, "SYNTAX_ERROR", "Multi-statements are not allowed");
    // What the engine's parser cannot count is not run, so that nothing slips past it.
    if (statementCount !== 1)
      throw refused(62, "SYNTAX_ERROR", `Syntax error: not one statement: ${sql.slice(0, 200)}`);
    if (!allowed.includes(queryClass))
      throw refused(164, "READONLY", "This kind of statement is not allowed here");
    const whole = renderSettings(sql, (params.clickhouse_settings ?? {}) as Settings);
    return bindParams(whole, (params.query_params ?? {}) as Params);
  };

  const run = async (params: QueryParams, sql: string): Promise<{ bytes: Uint8Array; summary: Summary }> => {
    const turn = await sessions.take(params.abort_signal);
    const watched = watch(sessions, turn, params.abort_signal);
    const work = turn.session.queryAsync(`${turn.mark} ${sql}`, { format: "TabSeparated" });
    const result = await watched.race(work.finally(watched.over));
    return { bytes: result.bytes(), summary: summaryOf(result) };
  };

  const stream = async (params: QueryParams, sql: string): Promise<Readable> => {
    const turn = await sessions.take(params.abort_signal);
    const watched = watch(sessions, turn, params.abort_signal);
    const blocks = blocksOf(turn, sql, watched.over);
    const first = await watched.race(blocks.next()).catch((error: unknown) => {
      // Whatever still comes, nobody reads it: the stream is closed as soon as the engine answers.
      void blocks.return();
      throw error;
    });
    async function* all(): AsyncGenerator<Uint8Array> {
      try {
        for (let block = first; !block.done; block = await blocks.next()) yield block.value;
      } finally {
        await blocks.return();
      }
    }
    const readable = Readable.from(all(), { objectMode: false });
    // A reader that leaves early must not leave the engine working.
    readable.once("close", () => sessions.kill(turn.mark));
    return readable;
  };

  return {
    async ping() {
      try {
        await run({ query: "SELECT 1" }, "SELECT 1");
        return { success: true };
      } catch (error) {
        return { success: false, error: error instanceof Error ? error : new Error(String(error)) };
      }
    },
    async query(params) {
      const sql = await prepare(params, [READS]);
      const bounded = params.clickhouse_settings?.max_result_rows !== undefined;
      // Starting a stream plans the query on this thread; a bounded answer is better had whole, off it.
      if (bounded) return { ...base(params), stream: readableOf((await run(params, sql)).bytes) };
      return { ...base(params), stream: await stream(params, sql) };
    },
    async exec(params) {
      if (params.values !== undefined)
        return { ...(await insert(params, params.values)), stream: readableOf() };
      const { bytes, summary } = await run(params, await prepare(params, [READS, WRITES]));
      return { ...base(params), stream: readableOf(bytes), summary };
    },
    async command(params) {
      const { summary } = await run(params, await prepare(params, [READS, WRITES]));
      return { ...base(params), summary };
    },
    insert: (params) => insert(params, params.values),
    close: () => sessions.close(),
  };

  async function insert(params: QueryParams, values: string | Readable) {
    const file = await spool(values);
    try {
      return await insertFile(params, file);
    } finally {
      await file.dispose();
    }
  }

  async function insertFile(params: QueryParams, file: SpooledFile) {
    if (file.empty) return { ...base(params), summary: summaryOf({ elapsed: 0, rowsRead: 0, bytesRead: 0 }) };
    const sql = params.query.replace(/\s+FORMAT\s+(\w+)\s*;?\s*$/i, (_, format: string) => {
      return ` FROM INFILE ${quoted(file.path)} COMPRESSION 'none' FORMAT ${format}`;
    });
    if (sql === params.query)
      throw new AppError("invalid-input", "an insert with a body needs FORMAT at its end");
    const { summary } = await run(params, await prepare(params, [WRITES], sql));
    return { ...base(params), summary: { ...summary, written_rows: summary.read_rows } };
  }
}

/** The stores have some forty texts; inserts through files have a new one each time. */
const KINDS_KEPT = 500;
const READS = 0;
const WRITES = 1;

async function* blocksOf(
  turn: Turn,
  sql: string,
  over: () => void,
): AsyncGenerator<Uint8Array, void, undefined> {
  try {
    for await (const chunk of turn.session.queryStream(`${turn.mark} ${sql}`, { format: "TabSeparated" }))
      yield chunk.raw();
  } catch (error) {
    throw engineError(error);
  } finally {
    over();
  }
}

/**
 * Watches a signal while a statement runs: on abort the caller is answered at once and the engine is told to
 * stop, again every 50 ms until it has (a statement that is still being planned is not yet on its list).
 * `over` ends the watch and gives the session back.
 */
function watch(sessions: ChdbSessions, turn: Turn, signal: AbortSignal | undefined) {
  let again: NodeJS.Timeout | undefined;
  let reject: (error: Error) => void = () => undefined;
  const stop = (): void => {
    sessions.kill(turn.mark);
    again ??= setInterval(() => sessions.kill(turn.mark), 50);
    reject(new AppError("cancelled", "the query was cancelled"));
  };
  // The signal may have come between the wait for a session and now.
  if (signal?.aborted) queueMicrotask(stop);
  else signal?.addEventListener("abort", stop, { once: true });
  return {
    over(): void {
      clearInterval(again);
      signal?.removeEventListener("abort", stop);
      // A statement that was ended stays on the engine's list, with its memory, until its session runs another.
      if (again === undefined) turn.release();
      else void turn.session.queryAsync("SELECT 1").then(turn.release, turn.release);
    },
    race<T>(work: Promise<T>): Promise<T> {
      return new Promise<T>((resolve, fail) => {
        reject = fail;
        work.then(resolve, (error: unknown) => fail(engineError(error)));
      });
    },
  };
}

/** A refusal of our own, in the form of the engine's. */
const refused = (code: number, type: string, message: string): Error =>
  engineError(new Error(`Code: ${code}. DB::Exception: ${message}. (${type})`));

/** The engine's sentence as the client's typed error (code, type), the same as over HTTP. */
function engineError(error: unknown): Error {
  if (error instanceof AppError) return error;
  return parseError(error instanceof Error ? error : new Error(String(error)));
}

function summaryOf(result: { elapsed: number; rowsRead: number; bytesRead: number }): Summary {
  return {
    read_rows: String(result.rowsRead),
    read_bytes: String(result.bytesRead),
    written_rows: "0",
    written_bytes: "0",
    result_rows: String(result.rowsRead),
    result_bytes: String(result.bytesRead),
    elapsed_ns: String(Math.round(result.elapsed * 1e9)),
    total_rows_to_read: "0",
    real_time_microseconds: String(Math.round(result.elapsed * 1e6)),
  };
}

const base = (params: QueryParams) => ({ query_id: params.query_id ?? randomUUID(), response_headers: {} });

/** An answer that is already whole. A reader who knows (`wholeAnswer`) is spared the stream around it. */
class WholeAnswer extends Readable {
  readonly bytes: Uint8Array;
  constructor(bytes: Uint8Array) {
    super({
      read() {
        if (bytes.length > 0) this.push(bytes);
        this.push(null);
      },
    });
    this.bytes = bytes;
  }
}
const readableOf = (bytes: Uint8Array = new Uint8Array(0)): Readable => new WholeAnswer(bytes);

/** The bytes of an answer of this connection that was read whole; null for any other stream. */
export const wholeAnswer = (stream: Readable): Uint8Array | null =>
  stream instanceof WholeAnswer ? stream.bytes : null;
