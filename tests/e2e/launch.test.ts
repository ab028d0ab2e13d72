import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { freePort } from "../support/serverProcess.ts";

const ROOT = join(import.meta.dirname, "../..");
const scratch = mkdtempSync(join(tmpdir(), "guanlan-launch-"));
const running: ChildProcess[] = [];

afterEach(() => {
  for (const child of running.splice(0)) child.kill("SIGKILL");
});

/** The built process over an empty base that stays empty: what a launch needs and nothing more. */
function launch(env: Readonly<Record<string, string>>) {
  const child = spawn(process.execPath, [join(ROOT, "dist/app/seed/start.js")], {
    cwd: ROOT,
    env: { ...process.env, UV_THREADPOOL_SIZE: "16", NODE_ENV: "production", GUANLAN_SEED: "none", ...env },
  });
  running.push(child);
  let text = "";
  child.stdout.on("data", (d) => (text += d));
  child.stderr.on("data", (d) => (text += d));
  const exit = new Promise<number | null>((resolve) => child.once("exit", resolve));
  const said = async (words: RegExp): Promise<void> => {
    while (!words.test(text)) {
      if (child.exitCode !== null) throw new Error(`ended with ${child.exitCode}:\n${text}`);
      await new Promise((r) => setTimeout(r, 100));
    }
  };
  return { child, exit, said, text: () => text };
}

const folder = (name: string): string => join(scratch, name);

describe("a launch that cannot be says why in one sentence and ends with another code than 0", () => {
  it("a busy port", async () => {
    const port = await freePort();
    const other = createServer().listen(port, "127.0.0.1");
    const { exit, text } = launch({ PORT: String(port), GUANLAN_DATA: folder("busy") });
    expect(await exit).toBe(1);
    expect(text()).toMatch(new RegExp(`✗ Port ${port} is in use by another program`));
    expect(text()).not.toMatch(/\n\s+at /);
    other.close();
  });

  it("a data folder that is a file, or lies below one", async () => {
    writeFileSync(folder("file"), "");
    const file = launch({ PORT: "0", GUANLAN_DATA: folder("file") });
    expect(await file.exit).toBe(1);
    expect(file.text()).toMatch(/✗ The data folder .* is a file/);
    const below = launch({ PORT: "0", GUANLAN_DATA: join(folder("file"), "data") });
    expect(await below.exit).toBe(1);
    expect(below.text()).toMatch(/✗ The data folder .* lies below one/);
  });

  it("a setting that is no setting", async () => {
    const { exit, text } = launch({ PORT: "eighty", GUANLAN_DATA: folder("setting") });
    expect(await exit).toBe(1);
    expect(text()).toContain('✗ PORT is "eighty"');
  });

  it("a data folder in use by another process, which goes on undisturbed and ends cleanly on Ctrl-C", async () => {
    const first = launch({ PORT: "0", GUANLAN_DATA: folder("shared") });
    await first.said(/Guanlan {2}→/);
    const second = launch({ PORT: "0", GUANLAN_DATA: folder("shared") });
    expect(await second.exit).toBe(1);
    expect(second.text()).toMatch(/✗ .*in use/);
    expect(second.text()).toContain(String(first.child.pid));
    first.child.kill("SIGINT");
    expect(await first.exit).toBe(0);
    rmSync(scratch, { recursive: true, force: true });
  });
});
