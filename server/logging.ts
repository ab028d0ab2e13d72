import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { destination, type Logger, pino, stdSerializers } from "pino";

/** Keys whose values never reach a log, wherever they stand. */
const SECRETS = [
  "password",
  "passwordHash",
  "token",
  "cookie",
  "authorization",
  "*.password",
  "*.token",
  "req.headers.cookie",
  "req.headers.authorization",
];

/**
 * Structured logs, one JSON a line, in `<dataDir>/logs/server.log`; the terminal is for people.
 * A line is written at once: a process that ends in the same breath still leaves its last words.
 */
export function openLog(dataDir: string, level: string): Logger {
  const folder = join(dataDir, "logs");
  mkdirSync(folder, { recursive: true });
  const target = destination({ dest: join(folder, "server.log"), sync: true, mkdir: true });
  return pino(
    {
      level,
      redact: { paths: SECRETS, censor: "[not logged]" },
      serializers: { err: stdSerializers.err },
      base: null,
    },
    target,
  );
}
