/** A progress bar that is true: it shows `done` of `total`, redrawn in place on a terminal, a line a tenth elsewhere. */
export interface ProgressBar {
  update(label: string, done: number, total: number): void;
  end(label: string): void;
}

const WIDTH = 28;

export function createProgressBar(out: NodeJS.WriteStream = process.stdout): ProgressBar {
  let lastTenth = -1;
  return {
    update(label, done, total) {
      const share = total > 0 ? Math.min(1, done / total) : 0;
      const filled = Math.round(share * WIDTH);
      const bar = "█".repeat(filled) + "░".repeat(WIDTH - filled);
      const line = `  ${bar} ${String(Math.floor(share * 100)).padStart(3)} %  ${label}`;
      if (out.isTTY) {
        out.write(`\r\x1b[2K${line.slice(0, (out.columns ?? 100) - 1)}`);
        return;
      }
      const tenth = Math.floor(share * 10);
      if (tenth !== lastTenth) out.write(`${line}\n`);
      lastTenth = tenth;
    },
    end(label) {
      lastTenth = -1;
      out.write(out.isTTY ? `\r\x1b[2K  ${label}\n` : `  ${label}\n`);
    },
  };
}
