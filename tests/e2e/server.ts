import { afterAll, beforeAll } from "vitest";
import { baselineCopy, dropFolder, firstAccounts } from "../support/baseline.ts";
import { type ServerProcess, startServer } from "../support/serverProcess.ts";

export interface Running {
  url: string;
  dataDir: string;
  accounts: ReturnType<typeof firstAccounts>;
  process: ServerProcess;
}

/** A server over a copy of the seeded baseline for one test file; ended and removed after it. */
export function withServer(env: Readonly<Record<string, string>> = {}): Running {
  const running = {} as Running;
  beforeAll(async () => {
    running.dataDir = await baselineCopy();
    running.process = await startServer({ dataDir: running.dataDir, env });
    running.url = running.process.url;
    running.accounts = firstAccounts(running.dataDir);
  });
  afterAll(async () => {
    await running.process?.stop();
    if (running.dataDir) dropFolder(running.dataDir);
  });
  return running;
}
