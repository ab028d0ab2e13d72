import { setPriority } from "node:os";

/** A little less of a core than the others get: enough to let requests first, not enough to starve on a busy machine. */
const NICE = 4;

/**
 * Lets the thread that answers requests go first where cores are few. Linux counts priority by thread; elsewhere the
 * call would slow the whole process, so nothing is done there.
 */
export function yieldToPages(): void {
  if (process.platform === "linux") setPriority(NICE);
}
