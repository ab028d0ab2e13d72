import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

export interface TestServer {
  url: string;
  password: string;
  stop(): Promise<void>;
}

/** Starts the stand-in server on a free port over a folder; it ends with `stop`, or with this process. */
export async function startClickhouseServer(folder: string): Promise<TestServer> {
  const password = "test-only";
  const script = fileURLToPath(new URL("./clickhouseServer.ts", import.meta.url));
  const child = spawn(process.execPath, ["--import", "tsx", script, folder, password], {
    stdio: ["ignore", "pipe", "inherit", "ipc"],
    env: { ...process.env, UV_THREADPOOL_SIZE: "16" },
  });
  const lines = createInterface({ input: child.stdout! });
  const ended = once(child, "exit").then(([code]) => {
    throw new Error(`the test server ended with code ${code} before it listened`);
  });
  const [line] = (await Promise.race([once(lines, "line"), ended])) as [string];
  ended.catch(() => undefined);
  const { port } = JSON.parse(line) as { port: number };
  return {
    url: `http://127.0.0.1:${port}`,
    password,
    async stop() {
      if (child.exitCode !== null) return;
      const exit = once(child, "exit");
      child.kill("SIGTERM");
      await exit;
    },
  };
}
