import { AppError } from "../errors.ts";
import { chiSquaredUpper } from "../statistics/distribution/chiSquared.ts";
import { HANSEN } from "./hansenTables.ts";

/** Numbers of coefficients that the tables cover. */
export const MOST_TABULATED = HANSEN.sup.length;

/**
 * Asymptotic p-value of sup, average or exponential F, by Hansen's (1997) approximation, for k = 1 … 5 coefficients.
 *   p ≈ P(χ²(ν) > max(0, b₀ + b₁x + b₂x² + b₃x³)),  between rows of π₀ by a straight line
 * `trimming` π₀ = 1/(1 + √λ) with λ = (π₂/(1−π₂))·((1−π₁)/π₁); ½ is a known break, χ²(k). Between 0.49 and ½ the two are
 * mixed. Far out, where a fitted polynomial turns down again (p below about 1e-4), it is held at its top: larger statistics
 * never get larger p-values. Hansen (1997), Journal of Business & Economic Statistics 15.
 */
export function hansenP(kind: "sup" | "ave" | "exp", statistic: number, k: number, trimming: number): number {
  const table = HANSEN[kind][k - 1];
  if (!table)
    throw new AppError(
      "invalid-input",
      `Hansen's tables cover 1 to ${MOST_TABULATED} coefficients; found ${k}`,
    );
  const at = (row: number): number => {
    const b = table[row]!;
    return chiSquaredUpper(highest(b.slice(0, -1), statistic), b[b.length - 1]!);
  };
  if (trimming >= 0.5) return chiSquaredUpper(statistic, k);
  if (trimming <= 0.01) return at(table.length - 1);
  if (trimming >= 0.49)
    return 100 * ((0.5 - trimming) * at(0) + (trimming - 0.49) * chiSquaredUpper(statistic, k));
  const place = (0.51 - trimming) * 50 - 1;
  const row = Math.floor(place);
  return (row + 1 - place) * at(row) + (place - row) * at(row + 1);
}

/** The largest of 0 and the polynomial b₀ + b₁x + b₂x² + b₃x³ on [0, x]. */
function highest(b: readonly number[], x: number): number {
  const at = (v: number): number => b.reduceRight((s, c) => s * v + c, 0);
  const [, slope = 0, bend = 0, cubic = 0] = b;
  // Where the derivative slope + 2 bend v + 3 cubic v² vanishes.
  const root = Math.sqrt(bend * bend - 3 * cubic * slope);
  const turns =
    cubic === 0 ? [-slope / (2 * bend)] : [(-bend - root) / (3 * cubic), (root - bend) / (3 * cubic)];
  return Math.max(0, at(x), ...turns.filter((v) => v > 0 && v < x).map(at));
}
