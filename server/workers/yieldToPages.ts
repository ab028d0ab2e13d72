import { constants, setPriority } from "node:os";

/**
 * Lets the thread that answers requests go first where cores are few. Linux counts priority by thread; elsewhere the
 * call would slow the whole process, so nothing is done there.
 */
export function yieldToPages(): void {
  if (process.platform === "linux") setPriority(constants.priority.PRIORITY_BELOW_NORMAL);
}
