import { type ChildProcess, execFileSync, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";

/** A PostgreSQL server of our own in a temporary folder. */
export interface TestPostgres {
  /** Superuser address of the database `postgres`. */
  url: string;
  /** A new, empty database; returns its address. */
  createDatabase(name: string): Promise<string>;
  stop(): Promise<void>;
}

export interface TestPostgresOptions {
  /** Server settings; durability is off unless they say otherwise. */
  settings?: Readonly<Record<string, string>>;
}

const NEEDED =
  "these tests need PostgreSQL 15 or newer: install it (Debian: apt-get install postgresql) or set PG_BIN to the folder of its programs";
const START_MS = 60_000;

/**
 * Starts Debian's PostgreSQL on a free port. Installs it first where it is missing and we are root; says in one
 * line what to install otherwise. The server refuses to run as root, so root hands it to the user `postgres`.
 */
export async function startPostgres({
  settings = { fsync: "off" },
}: TestPostgresOptions = {}): Promise<TestPostgres> {
  const bin = programs() ?? install();
  const owner = process.getuid?.() === 0 ? accountOf("postgres") : null;
  const folder = mkdtempSync(join(tmpdir(), "guanlan-postgres-"));
  if (owner) chownSync(folder, owner.uid, owner.gid);
  const data = join(folder, "data");
  const port = await freePort();
  const env = { PATH: process.env.PATH ?? "", LC_ALL: "C.UTF-8" };
  const asOwner = { ...owner, env, cwd: folder };
  const cleanUp = (): void => rmSync(folder, { recursive: true, force: true });

  const init = spawnSync(
    join(bin, "initdb"),
    ["-D", data, "-U", "guanlan", "-A", "trust", "-E", "UTF8", "--no-locale", "--no-sync"],
    { ...asOwner, encoding: "utf8" },
  );
  if (init.status !== 0) {
    cleanUp();
    throw new Error(`initdb failed: ${init.error?.message ?? init.stderr}`);
  }
  const options = Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  const server = spawn(
    join(bin, "postgres"),
    ["-D", data, "-p", String(port), "-h", "127.0.0.1", "-k", folder, ...options],
    { ...asOwner, stdio: ["ignore", "ignore", "pipe"] },
  );
  const endWithUs = (): void => void server.kill("SIGQUIT");
  process.once("exit", endWithUs);
  const said: string[] = [];
  server.stderr?.on("data", (chunk: Buffer) => said.push(chunk.toString()));

  const stop = async (): Promise<void> => {
    process.off("exit", endWithUs);
    if (server.exitCode === null) {
      server.kill("SIGINT");
      await once(server, "exit");
    }
    cleanUp();
  };
  const address = (database: string): string => `postgres://guanlan@127.0.0.1:${port}/${database}`;
  try {
    await answering(server, address("postgres"));
  } catch (error) {
    await stop();
    throw new Error(`PostgreSQL did not start: ${said.join("")}`, { cause: error });
  }
  return {
    url: address("postgres"),
    async createDatabase(name) {
      await inDatabase(address("postgres"), (client) =>
        client.query(`create database ${pg.escapeIdentifier(name)}`),
      );
      return address(name);
    },
    stop,
  };
}

/** Runs work on a connection of its own. */
export async function inDatabase<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** The folder of PostgreSQL's programs: PG_BIN, else the newest of Debian's, else where `postgres` is on the path. */
function programs(): string | null {
  const debian = "/usr/lib/postgresql";
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : [];
  const onPath = (process.env.PATH ?? "").split(":");
  const folders = [process.env.PG_BIN ?? "", ...versions.map((v) => join(debian, v, "bin")), ...onPath];
  return (
    folders.find((f) => f !== "" && existsSync(join(f, "initdb")) && existsSync(join(f, "postgres"))) ?? null
  );
}

function install(): string {
  if (process.getuid?.() !== 0 || !existsSync("/usr/bin/apt-get")) throw new Error(NEEDED);
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  const apt = (...args: string[]): boolean =>
    spawnSync("apt-get", args, { env, stdio: "ignore" }).status === 0;
  if (!apt("install", "-y", "-qq", "postgresql")) {
    apt("update", "-qq");
    apt("install", "-y", "-qq", "postgresql");
  }
  const found = programs();
  if (!found) throw new Error(NEEDED);
  return found;
}

function accountOf(name: string): { uid: number; gid: number } {
  const id = (flag: string): number => Number(execFileSync("id", [flag, name], { encoding: "utf8" }));
  return { uid: id("-u"), gid: id("-g") };
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const address = probe.address();
  probe.close();
  await once(probe, "close");
  if (address === null || typeof address === "string") throw new Error("the system gave no port");
  return address.port;
}

async function answering(server: ChildProcess, url: string): Promise<void> {
  const until = Date.now() + START_MS;
  for (;;) {
    try {
      await inDatabase(url, (client) => client.query("select 1"));
      return;
    } catch (error) {
      if (server.exitCode !== null || Date.now() > until) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}
