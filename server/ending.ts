/** The orderly end of the process: what was opened last is closed first. */
export interface Ending {
  readonly begun: boolean;
  add(close: () => Promise<void>): void;
  /** Closes everything once and leaves the process with `code`, or 1 when something would not close. */
  end(code: number): Promise<void>;
}

/** Also ends on the signals that a terminal or a service manager sends; a second Ctrl-C does not hurry it. */
export function createEnding(): Ending {
  const closers: (() => Promise<void>)[] = [];
  let begun = false;
  const end = async (code: number): Promise<void> => {
    if (begun) return;
    begun = true;
    let left = code;
    for (const close of closers.reverse()) {
      await close().catch((error: unknown) => {
        left = 1;
        process.stderr.write(`while ending: ${error instanceof Error ? error.message : String(error)}\n`);
      });
    }
    process.exit(left);
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
    process.on(signal, () => {
      process.stdout.write("\nEnding …\n");
      void end(0);
    });
  }
  return {
    get begun() {
      return begun;
    },
    add: (close) => void closers.push(close),
    end,
  };
}
