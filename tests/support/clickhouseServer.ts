/**
 * A stand-in for a ClickHouse server, for tests only: ClickHouse's HTTP interface in front of the embedded
 * engine, run in a process of its own. It does what a server does and our stores rely on: a session per
 * request, parameters and settings that end with it, one statement, bodies as bytes, errors before the first
 * block as a status and after it in the frame that the client knows, and an engine that stops when the reader
 * hangs up. No TLS, one user: not a product.
 *
 *   node --import tsx tests/support/clickhouseServer.ts <folder> <password>     prints {"port": …}
 */
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { mkdtemp, rm, stat } from "node:fs/promises";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Readable } from "node:stream";
import { buffer, text } from "node:stream/consumers";
import { pipeline } from "node:stream/promises";
import { createGunzip, gzipSync } from "node:zlib";
import { quoted } from "../../db/clickhouse/bindParams.ts";
import { loadChdb, type NativeConnection, type Session } from "../../db/clickhouse/loadChdb.ts";

const [folder = "", password = ""] = process.argv.slice(2);
const chdb = await loadChdb();
const open = (): Session => new chdb.Session(folder, { connectionArgs: ["--max_query_size=67108864"] });
const control = open();
const kept = new Map<string, Session>();

/** What the address may carry beside settings and parameters. */
const NOT_SETTINGS = new Set(
  "query database query_id session_id session_timeout user password role wait_end_of_query enable_http_compression".split(
    " ",
  ),
);

interface Request {
  sql: string;
  body: Readable | null;
  fields: URLSearchParams;
  mark: string;
  id: string;
}

async function read(message: IncomingMessage): Promise<Request> {
  const fields = new URL(message.url ?? "/", "http://server").searchParams;
  const body = message.headers["content-encoding"] === "gzip" ? message.pipe(createGunzip()) : message;
  const id = fields.get("query_id") ?? randomUUID();
  const mark = `/* id:${id} */`;
  const inAddress = fields.get("query");
  if (inAddress !== null) return { sql: inAddress, body, fields, mark, id };
  const type = message.headers["content-type"] ?? "";
  if (!type.startsWith("multipart/form-data")) return { sql: await text(body), body: null, fields, mark, id };
  const form = await new Response(await buffer(body), { headers: { "content-type": type } }).formData();
  for (const [name, value] of form) fields.set(name, String(value));
  return { sql: fields.get("query") ?? "", body: null, fields, mark, id };
}

function sessionFor({ fields }: Request): { session: Session; release(): void } {
  const name = fields.get("session_id");
  const session = (name === null ? undefined : kept.get(name)) ?? open();
  if (name !== null) kept.set(name, session);
  const database = fields.get("database");
  if (database !== null && database !== "default") session.query(`USE \`${database}\``);
  const settings = [...fields].filter(([key]) => !NOT_SETTINGS.has(key) && !key.startsWith("param_"));
  // Read-only comes last: after it nothing can be set.
  settings.sort(([a], [b]) => Number(a === "readonly") - Number(b === "readonly"));
  try {
    for (const [key, value] of fields)
      if (key.startsWith("param_")) session.query(`SET ${key} = ${quoted(value)}`);
    for (const [key, value] of settings) session.query(`SET ${key} = ${quoted(value)}`);
  } catch (error) {
    if (name === null) session.close();
    throw error;
  }
  return { session, release: () => (name === null ? session.close() : undefined) };
}

const refuse = (code: number, type: string, message: string): Error =>
  new Error(`Code: ${code}. DB::Exception: ${message} (${type})`);

async function answer(request: Request, response: ServerResponse): Promise<void> {
  const { fields, mark, id } = request;
  const killing = /^\s*KILL\s+QUERY/i.test(request.sql);
  // The engine names queries itself, so ours are known by the mark at their beginning.
  const sql = killing
    ? request.sql.replace(/\bquery_id\b/, "extract(query, '^/\\\\* id:([^ ]*)')")
    : request.sql;
  const { session, release } = sessionFor(request);
  try {
    const kind = await chdb.native.DurableClassifyAsync(
      session.connection as NativeConnection,
      sql,
      "default",
    );
    if (kind.statementCount > 1)
      throw refuse(62, "SYNTAX_ERROR", "Syntax error (Multi-statements are not allowed).");
    response.setHeader("X-ClickHouse-Query-Id", id);
    response.setHeader("X-ClickHouse-Timezone", "UTC");
    if (kind.queryClass === 0) await respond(session.queryStream(`${mark} ${sql}`, FORMAT), fields, response);
    else if (request.body !== null) await insert(request, session, response);
    else {
      const done = await session.queryAsync(`${killing ? "" : mark} ${sql}`, FORMAT);
      response.setHeader("X-ClickHouse-Summary", JSON.stringify(summary(0)));
      response.end(Buffer.from(done.bytes()));
    }
  } finally {
    release();
  }
}

const FORMAT = { format: "TabSeparated" };
const summary = (written: number) => ({
  read_rows: String(written),
  read_bytes: "0",
  written_rows: String(written),
  written_bytes: "0",
  total_rows_to_read: "0",
  result_rows: "0",
  result_bytes: "0",
  elapsed_ns: "1",
});

async function respond(
  stream: AsyncIterable<{ raw(): Uint8Array }>,
  fields: URLSearchParams,
  response: ServerResponse,
): Promise<void> {
  const blocks = stream[Symbol.asyncIterator]();
  let block = await blocks.next();
  const tag = randomUUID().replaceAll("-", "").slice(0, 16);
  response.setHeader("X-ClickHouse-Exception-Tag", tag);
  response.setHeader("X-ClickHouse-Summary", JSON.stringify(summary(0)));
  const whole = fields.get("wait_end_of_query") === "1" || fields.get("enable_http_compression") === "1";
  if (whole) {
    const parts: Uint8Array[] = [];
    for (; !block.done; block = await blocks.next()) parts.push(block.value.raw());
    const bytes = Buffer.concat(parts);
    if (fields.get("enable_http_compression") !== "1") return void response.end(bytes);
    response.setHeader("Content-Encoding", "gzip");
    return void response.end(gzipSync(bytes));
  }
  try {
    for (; !block.done && !response.destroyed; block = await blocks.next())
      if (!response.write(block.value.raw()) && !response.destroyed) await drained(response);
  } catch (error) {
    const said = `${(error as Error).message}\n`;
    const frame = `\r\n__exception__\r\n${tag}\r\n${said}${Buffer.byteLength(said)} ${tag}\r\n__exception__\r\n`;
    return void response.end(frame);
  }
  await blocks.return?.();
  response.end();
}

/** Waits until the reader has taken what was written, or is gone. */
async function drained(response: ServerResponse): Promise<void> {
  const over = new AbortController();
  const { signal } = over;
  await Promise.race([once(response, "drain", { signal }), once(response, "close", { signal })]);
  over.abort();
}

async function insert(request: Request, session: Session, response: ServerResponse): Promise<void> {
  const spool = await mkdtemp(join(tmpdir(), "guanlan-server-"));
  try {
    const path = join(spool, "body");
    await pipeline(request.body!, createWriteStream(path));
    let written = 0;
    if ((await stat(path)).size > 0) {
      const from = ` FROM INFILE ${quoted(path)} COMPRESSION 'none' FORMAT `;
      const sql = request.sql.replace(/\s+FORMAT\s+(?=\w+\s*;?\s*$)/i, from);
      written = (await session.queryAsync(`${request.mark} ${sql}`, FORMAT)).rowsRead;
    }
    response.setHeader("X-ClickHouse-Summary", JSON.stringify(summary(written)));
    response.end();
  } finally {
    await rm(spool, { recursive: true });
  }
}

function fail(error: unknown, response: ServerResponse): void {
  const message = error instanceof Error ? error.message : String(error);
  if (response.headersSent) return void response.destroy();
  const code = /Code: (\d+)/.exec(message)?.[1] ?? "1001";
  response.writeHead(code === "516" ? 403 : code === "60" || code === "81" ? 404 : 500, {
    "X-ClickHouse-Exception-Code": code,
  });
  response.end(`${message}\n`);
}

function allowed(message: IncomingMessage): boolean {
  const basic = `Basic ${Buffer.from(`default:${password}`).toString("base64")}`;
  return message.headers.authorization === basic || message.headers["x-clickhouse-key"] === password;
}

const server = createServer((message, response) => {
  if (message.url?.startsWith("/ping")) return void response.end("Ok.\n");
  const work = async (): Promise<void> => {
    if (!allowed(message)) throw refuse(516, "AUTHENTICATION_FAILED", "default: Authentication failed");
    const request = await read(message);
    response.once("close", () => {
      if (!response.writableFinished)
        control.query(`KILL QUERY WHERE startsWith(query, ${quoted(request.mark)}) ASYNC`);
    });
    await answer(request, response);
  };
  work().catch((error: unknown) => fail(error, response));
});
server.listen(0, "127.0.0.1", () => {
  process.stdout.write(`${JSON.stringify({ port: (server.address() as AddressInfo).port })}\n`);
});

const stop = async (): Promise<void> => {
  server.closeAllConnections();
  server.close();
  await chdb.drainPending();
  for (const session of [...kept.values(), control]) session.close();
  process.exit(0);
};
process.once("SIGTERM", () => void stop());
process.once("disconnect", () => void stop());
