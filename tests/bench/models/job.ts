import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** The inputs of every timed job: our own series and real ones, the same for us and for each peer. */
export interface BenchData {
  /** R AirPassengers, 144 months. */
  ap: number[];
  /** R Nile, 100 years. */
  nile: number[];
  /** A simulated seasonal series, 720 months. */
  s720: number[];
  /** Real GNP growth of Hamilton (1989), 135 quarters. */
  gnp: number[];
  var7: { columns: string[]; values: number[][] };
  batch: { ids: string[]; values: number[][] };
  panel: { columns: string[]; start: string; end: string; values: (number | null)[][] };
}

export type Peer = "statsmodels" | "R" | "gretl" | "numpy" | "npm arima" | "X-13";

/** One timed job: ours and whichever peers are installed, the same answer checked before the times are compared. */
export interface ModelBench {
  id: string;
  title: string;
  /** Sets up and warms; `run` is one measured call and returns the number that peers must agree with. */
  ours(data: BenchData): {
    run(): number;
    calls: number;
    /** Where the work happens on threads of another process: the wall seconds of the last call, taken for its time. */
    seconds?(): number;
  };
  peers: readonly PeerJob[];
  /** Seconds of CPU that ours may take, where the floor is a time and not a ratio. */
  limitSeconds?: number;
}

export interface PeerJob {
  peer: Peer;
  /** In peers/; `.py` runs under Debian's Python, `.R` under Rscript, `.inp` under gretlcli, `.mjs` under Node. */
  script: string;
  /** Chooses the measure where a script has several. */
  args?: readonly string[];
  /** Peer's CPU time over ours must reach this. */
  floor: number;
  ambition: number;
  /** Whether the peer's number is the same answer, or one that ours may better. */
  same(ours: number, theirs: number): boolean;
}

export const DATA_FILE =
  process.env.BENCH_DATA ?? join(import.meta.dirname, "../../../../shared/reference/bench/bench_data.json");

export function benchData(): BenchData | null {
  return existsSync(DATA_FILE) ? (JSON.parse(readFileSync(DATA_FILE, "utf8")) as BenchData) : null;
}
