import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";

/**
 * When a process started, in words that are the same for as long as it lives and differ for any later process of
 * the same number (also after a reboot); null when there is none.
 */
export function processMark(pid: number): string | null {
  return existsSync("/proc/self/stat") ? fromProc(pid) : fromPs(pid);
}

/** Linux: the boot's id and the start in clock ticks since then (field 22; the command before it may hold spaces). */
function fromProc(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    const zombie = fields[0] === "Z" || fields[0] === "X";
    const boot = readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim();
    return zombie ? null : `${boot}/${fields[19]}`;
  } catch (error) {
    if (isGone(error)) return null;
    throw error;
  }
}

function fromPs(pid: number): string | null {
  try {
    return execFileSync("ps", ["-o", "lstart=", "-p", String(pid)], { encoding: "utf8" }).trim() || null;
  } catch (error) {
    // ps ends with 1 when there is no such process.
    if ((error as { status?: number }).status === 1) return null;
    throw error;
  }
}

function isGone(error: unknown): boolean {
  return ["ENOENT", "ESRCH"].includes((error as NodeJS.ErrnoException).code ?? "");
}
