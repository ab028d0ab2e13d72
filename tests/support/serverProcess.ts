import { type ChildProcess, spawn } from "node:child_process";
import { createServer } from "node:net";
import { join } from "node:path";

const ROOT = join(import.meta.dirname, "../..");

/** A port nobody listens on now. */
export async function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      const port = typeof address === "object" && address ? address.port : 0;
      probe.close(() => resolve(port));
    });
  });
}

export interface ServerProcess {
  url: string;
  child: ChildProcess;
  /** Everything it has printed. */
  output(): string;
  stop(signal?: NodeJS.Signals): Promise<number | null>;
}

export interface StartOptions {
  dataDir: string;
  port?: number;
  env?: Readonly<Record<string, string>>;
  /** How long the first start may take, seeding and models included. */
  readyWithinMs?: number;
}

/** The built server as a process, with what it prints and how it ends. */
function spawnServer(options: StartOptions, port: number, args: readonly string[]) {
  const child = spawn(
    process.execPath,
    ["--enable-source-maps", join(ROOT, "dist/app/seed/start.js"), ...args],
    {
      cwd: ROOT,
      stdio: ["ignore", "pipe", "pipe"],
      env: {
        ...process.env,
        UV_THREADPOOL_SIZE: "16",
        NODE_ENV: "production",
        PORT: String(port),
        GUANLAN_DATA: options.dataDir,
        ...options.env,
      },
    },
  );
  let text = "";
  child.stdout.on("data", (d) => (text += d));
  child.stderr.on("data", (d) => (text += d));
  const exited = new Promise<number | null>((resolve) => child.once("exit", resolve));
  return { child, exited, output: () => text };
}

/** Runs the built server until everything is computed, records of the past included. Fails with what it printed. */
export async function runToTheEnd(options: StartOptions): Promise<void> {
  const { exited, output } = spawnServer(options, options.port ?? (await freePort()), ["--once"]);
  const code = await exited;
  if (code !== 0) throw new Error(`the server did not end cleanly (exit ${code}):\n${output()}`);
}

/** Starts the built server in a process of its own and waits until /api/health says ok. Fails with what it printed. */
export async function startServer(options: StartOptions): Promise<ServerProcess> {
  const port = options.port ?? (await freePort());
  const { child, exited, output } = spawnServer(options, port, []);
  const url = `http://127.0.0.1:${port}`;
  await ready(url, child, output, options.readyWithinMs ?? 400_000);
  return {
    url,
    child,
    output,
    async stop(signal = "SIGTERM") {
      child.kill(signal);
      return exited;
    },
  };
}

async function ready(url: string, child: ChildProcess, output: () => string, within: number): Promise<void> {
  const end = Date.now() + within;
  while (Date.now() < end) {
    if (child.exitCode !== null)
      throw new Error(`the server ended with ${child.exitCode} before it was ready:\n${output()}`);
    const status = await fetch(`${url}/api/health`).then(
      (r) => r.status,
      () => 0,
    );
    if (status === 200) return;
    await new Promise((r) => setTimeout(r, 250));
  }
  child.kill("SIGKILL");
  throw new Error(`the server was not ready within ${within / 1000} s:\n${output()}`);
}
