import { join } from "node:path";
import { AppError } from "../models/errors.ts";

/** Everything the process is told from outside; read once, at the rim. */
export interface Config {
  host: string;
  port: number;
  dataDir: string;
  clientDir: string;
  databaseUrl: string | null;
  clickhouseUrl: string | null;
  clickhouseCluster: string | null;
  /** Folder of model files added by modelers. */
  modelsDir: string;
  logLevel: string;
  /** Behind a proxy that ends TLS: cookies are marked Secure, addresses read from X-Forwarded-For. */
  trustProxy: boolean;
  /** "baseline" loads the seed into an empty base; "none" leaves it empty. */
  seed: "baseline" | "none";
}

function port(text: string | undefined): number {
  const n = Number(text ?? 4600);
  if (!Number.isInteger(n) || n < 0 || n > 65535) {
    throw new AppError(
      "invalid-input",
      `PORT is "${text}"; needed is a number from 0 to 65535 (0: any free port)`,
    );
  }
  return n;
}

/** Reads the environment; `root` is the project's folder. Throws AppError("invalid-input") naming the variable. */
export function readConfig(env: NodeJS.ProcessEnv, root: string): Config {
  const dataDir = env.GUANLAN_DATA ?? join(root, "data");
  const seed = env.GUANLAN_SEED ?? "baseline";
  if (seed !== "baseline" && seed !== "none") {
    throw new AppError("invalid-input", `GUANLAN_SEED is "${seed}"; needed is "baseline" or "none"`);
  }
  return {
    host: env.HOST ?? "127.0.0.1",
    port: port(env.PORT),
    dataDir,
    clientDir: join(root, "dist/client"),
    databaseUrl: env.DATABASE_URL ?? null,
    clickhouseUrl: env.CLICKHOUSE_URL ?? null,
    clickhouseCluster: env.CLICKHOUSE_CLUSTER ?? null,
    modelsDir: env.GUANLAN_MODELS ?? join(dataDir, "models"),
    logLevel: env.LOG_LEVEL ?? "info",
    trustProxy: env.TRUST_PROXY === "1",
    seed,
  };
}
