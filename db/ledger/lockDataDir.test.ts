import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { AppError } from "../../models/errors.ts";
import { lockDataDir } from "./lockDataDir.ts";

const AT = "2025-04-10T01:30:00.000Z";

describe("the lock on the data folder", () => {
  let dataDir = "";
  afterEach(() => rmSync(dataDir, { recursive: true, force: true }));
  const lockFile = (): string => join(dataDir, "guanlan.lock");

  /** Another process that takes the lock and, if told so, dies holding it. */
  function elsewhere(ending: "release" | "die"): { status: number | null; out: string } {
    const script = `
      import { lockDataDir } from ${JSON.stringify(join(import.meta.dirname, "lockDataDir.ts"))};
      try {
        const lock = lockDataDir(${JSON.stringify(dataDir)}, new Date());
        ${ending === "die" ? "process.kill(process.pid, 'SIGKILL');" : "lock.release();"}
        console.log("taken");
      } catch (error) { console.log(error.code + ": " + error.message); }`;
    const run = spawnSync(process.execPath, ["--import", "tsx", "--input-type=module", "-e", script], {
      encoding: "utf8",
    });
    return { status: run.status, out: run.stdout + run.stderr };
  }

  it("a second process is refused and told who holds it; after the release it gets in", () => {
    dataDir = mkdtempSync(join(tmpdir(), "guanlan-lock-"));
    const lock = lockDataDir(dataDir, new Date(AT));
    expect(elsewhere("release").out).toContain(
      `already-running: the data folder ${dataDir} is in use by process ${process.pid} `,
    );
    expect(() => lockDataDir(dataDir, new Date(AT))).toThrow(AppError);
    lock.release();
    expect(existsSync(lockFile())).toBe(false);
    expect(elsewhere("release").out).toContain("taken");
  });

  it("the lock of a killed process is taken over", () => {
    dataDir = mkdtempSync(join(tmpdir(), "guanlan-lock-"));
    elsewhere("die");
    expect(existsSync(lockFile())).toBe(true);
    const lock = lockDataDir(dataDir, new Date(AT));
    expect(JSON.parse(readFileSync(lockFile(), "utf8"))).toMatchObject({ pid: process.pid });
    lock.release();
  });

  it("a living process that merely has a dead one's number does not hold its lock", () => {
    dataDir = mkdtempSync(join(tmpdir(), "guanlan-lock-"));
    const lock = lockDataDir(dataDir, new Date(AT));
    const held = JSON.parse(readFileSync(lockFile(), "utf8"));
    writeFileSync(lockFile(), JSON.stringify({ ...held, mark: "an earlier start", token: "other" }));
    lockDataDir(dataDir, new Date(AT)).release();
    lock.release();
    expect(existsSync(lockFile())).toBe(false);
  });

  it("a folder that cannot be made or written is one clear sentence", () => {
    dataDir = mkdtempSync(join(tmpdir(), "guanlan-lock-"));
    writeFileSync(join(dataDir, "file"), "");
    expect(() => lockDataDir(join(dataDir, "file/below"), new Date(AT))).toThrow(
      /cannot be written: a part of the path is a file, not a folder; choose another folder/,
    );
  });
});
