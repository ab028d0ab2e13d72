import { AppError } from "../errors.ts";
import { randomSource } from "../statistics/random/generator.ts";

export interface ConfidenceSetOptions {
  /** 1 − α: the best model is inside with this probability, in percent. */
  level: number;
  draws: number;
  /** Expected length of a block of the stationary bootstrap, in periods: at least the horizon. */
  blockLength: number;
  seed: number;
}

export interface ConfidenceSet {
  /** Models that cannot be told from the best, in the order handed in. */
  members: readonly string[];
  /** Of every model: the smallest α at which it leaves the set. 1 for the last one standing. */
  pValues: Readonly<Record<string, number>>;
  /** From the first to leave to the last one standing. */
  order: readonly string[];
}

/**
 * Which models may be the best? From all of them, the worst leaves as long as their losses differ by more than chance.
 *   t_i = d̄_i / √var*(d̄_i),  d_i(t) = L_i(t) − mean_j L_j(t),  T_max = max_i t_i against its bootstrap distribution
 * Stationary bootstrap (Politis & Romano 1994), the same blocks for every model, seeded.
 * Hansen, Lunde & Nason (2011), The model confidence set, Econometrica 79, §3.1.2.
 */
export function modelConfidenceSet(
  losses: Readonly<Record<string, ArrayLike<number>>>,
  options: ConfidenceSetOptions,
): ConfidenceSet {
  const names = Object.keys(losses);
  const n = losses[names[0] ?? ""]?.length ?? 0;
  for (const name of names) check(name, losses[name]!, n);
  if (names.length === 0 || n < 10)
    throw new AppError(
      "not-enough-data",
      `${names.length} models with ${n} losses each; at least 10 losses are needed`,
    );
  const means = names.map((name) => mean(losses[name]!));
  const resampled = bootstrapMeans(
    names.map((name) => losses[name]!),
    n,
    options,
  );
  const pValues: Record<string, number> = {};
  const order: string[] = [];
  let inside = names.map((_, i) => i);
  let p = 0;
  while (inside.length > 1) {
    const { worst, pValue } = eliminate(inside, means, resampled);
    p = Math.max(p, pValue);
    pValues[names[worst]!] = p;
    order.push(names[worst]!);
    inside = inside.filter((i) => i !== worst);
  }
  const last = names[inside[0]!]!;
  pValues[last] = 1;
  order.push(last);
  const alpha = 1 - options.level / 100;
  return { members: names.filter((name) => pValues[name]! >= alpha), pValues, order };
}

/** The model that fits worst among those inside, and how often chance alone brings as large a T_max. */
function eliminate(
  inside: readonly number[],
  means: readonly number[],
  resampled: readonly Float64Array[],
): { worst: number; pValue: number } {
  const centred = (row: ArrayLike<number>): number[] => {
    const all = inside.reduce((s, i) => s + row[i]!, 0) / inside.length;
    return inside.map((i) => row[i]! - all);
  };
  const d = centred(means);
  const draws = resampled.map((row) => centred(row).map((v, j) => v - d[j]!));
  const spread = inside.map((_, j) =>
    Math.sqrt(draws.reduce((s, row) => s + row[j]! ** 2, 0) / draws.length),
  );
  const scaled = (row: readonly number[]) => row.map((v, j) => (spread[j]! > 0 ? v / spread[j]! : 0));
  const t = scaled(d);
  const largest = Math.max(...t);
  const beyond = draws.filter((row) => Math.max(...scaled(row)) >= largest).length;
  return { worst: inside[t.indexOf(largest)]!, pValue: beyond / draws.length };
}

/** Per draw the mean loss of every model over one resampling of the periods. */
function bootstrapMeans(
  losses: readonly ArrayLike<number>[],
  n: number,
  { draws, blockLength, seed }: ConfidenceSetOptions,
): Float64Array[] {
  const random = randomSource(seed);
  return Array.from({ length: draws }, () => {
    const sums = new Float64Array(losses.length);
    let at = 0;
    for (let t = 0; t < n; t++) {
      at = t === 0 || random.uniform() < 1 / blockLength ? Math.floor(random.uniform() * n) : (at + 1) % n;
      for (let i = 0; i < losses.length; i++) sums[i] = sums[i]! + losses[i]![at]!;
    }
    return sums.map((s) => s / n);
  });
}

function check(name: string, of: ArrayLike<number>, n: number): void {
  if (of.length !== n)
    throw new AppError("invalid-input", `${name} has ${of.length} losses where the first model has ${n}`);
  if (Array.from(of).some((v) => !Number.isFinite(v)))
    throw new AppError(
      "invalid-input",
      `a loss of ${name} is missing or not finite; only common periods can be compared`,
    );
}

const mean = (of: ArrayLike<number>): number => Array.from(of).reduce((s, v) => s + v, 0) / of.length;
