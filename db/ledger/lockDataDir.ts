import { randomUUID } from "node:crypto";
import {
  linkSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { AppError } from "../../models/errors.ts";
import { processMark } from "./processMark.ts";

const NAME = "guanlan.lock";
/** The holder touches its lock this often; on another machine silence for `SILENCE_MS` means it is gone. */
const BEAT_MS = 10_000;
const SILENCE_MS = 60_000;

interface Holder {
  pid: number;
  mark: string | null;
  host: string;
  since: string;
  token: string;
}

export interface DataDirLock {
  release(): void;
}

/**
 * Makes the data folder ours alone: two openers of one ledger lose data. The lock names a process and when that
 * process started, so that the lock of a killed one is taken over, even when its number lives on in another.
 * Throws AppError("already-running") naming the holder, AppError("store-unavailable") for a folder that cannot be
 * written. `now` dates the lock.
 */
export function lockDataDir(dataDir: string, now: Date): DataDirLock {
  const path = join(dataDir, NAME);
  const ours: Holder = {
    pid: process.pid,
    mark: processMark(process.pid),
    host: hostname(),
    since: now.toISOString(),
    token: randomUUID(),
  };
  // Written aside and linked into place: a lock is never seen half-written.
  const draft = `${path}.${ours.token}`;
  try {
    mkdirSync(dataDir, { recursive: true });
    writeFileSync(draft, JSON.stringify(ours), { mode: 0o600 });
  } catch (cause) {
    throw unwritable(dataDir, cause);
  }
  try {
    take(path, draft, dataDir);
  } finally {
    rmSync(draft, { force: true });
  }
  const beat = setInterval(() => touch(path), BEAT_MS);
  beat.unref();
  return {
    release() {
      clearInterval(beat);
      if (read(path)?.token === ours.token) rmSync(path, { force: true });
    },
  };
}

function take(path: string, draft: string, dataDir: string): void {
  for (let attempt = 0; attempt < 5; attempt += 1) {
    try {
      linkSync(draft, path);
      return;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw unwritable(dataDir, error);
    }
    const holder = read(path);
    if (holder && isAlive(holder, path)) {
      throw new AppError(
        "already-running",
        `the data folder ${dataDir} is in use by process ${holder.pid} on ${holder.host} since ${holder.since}; ` +
          "end that one first, or choose another folder",
      );
    }
    if (holder) removeStale(path, holder);
  }
  throw new AppError(
    "already-running",
    `the data folder ${dataDir} is being taken by another process just now`,
  );
}

/** Moves a dead holder's lock aside; if meanwhile someone else's stands there, puts that one back. */
function removeStale(path: string, dead: Holder): void {
  const aside = `${path}.stale.${process.pid}`;
  try {
    renameSync(path, aside);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return;
    throw error;
  }
  if (read(aside)?.token !== dead.token) linkSync(aside, path);
  rmSync(aside, { force: true });
}

function isAlive(holder: Holder, path: string): boolean {
  if (holder.host === hostname()) return holder.mark !== null && processMark(holder.pid) === holder.mark;
  return Date.now() - statSync(path).mtimeMs < SILENCE_MS;
}

/** The holder written in a lock; null when there is none any more. A lock that cannot be read is a dead one's. */
function read(path: string): Holder | null {
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw error;
  }
  try {
    return JSON.parse(text) as Holder;
  } catch {
    return { pid: 0, mark: null, host: hostname(), since: "", token: text };
  }
}

function touch(path: string): void {
  const now = new Date();
  try {
    utimesSync(path, now, now);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
  }
}

const WHY: Readonly<Record<string, string>> = {
  EACCES: "permission denied",
  EPERM: "not permitted",
  EROFS: "the file system is read-only",
  ENOSPC: "no space is left on the device",
  ENOTDIR: "a part of the path is a file, not a folder",
  EEXIST: "a file of this name stands there",
  ENOENT: "the folder above it cannot be made",
};

function unwritable(dataDir: string, cause: unknown): AppError {
  const code = (cause as NodeJS.ErrnoException).code ?? "unknown";
  return new AppError(
    "store-unavailable",
    `the data folder ${dataDir} cannot be written: ${WHY[code] ?? code}; choose another folder or change its rights`,
    { cause },
  );
}
