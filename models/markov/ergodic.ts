import { matrix } from "../statistics/matrix/matrix.ts";
import { solve } from "../statistics/matrix/solve.ts";

/**
 * The ergodic probabilities of a chain with columns P(· | from), and Z = (I − P + π 1′)⁻¹, which carries their change:
 *   π = P π,  1′π = 1;   dπ = Z dP π
 * A chain that never leaves a regime has no single π; what elimination leaves is then spread evenly.
 * Hamilton (1994), Time Series Analysis, §22.2; Golub & Meyer (1986) for the derivative.
 */
export function ergodic(transition: Float64Array, k: number): { pi: Float64Array; z: Float64Array | null } {
  // (I − P + 1 1′) π = 1 has the ergodic vector as its solution: 1′(I − P) = 0 and 1′π = 1.
  const left = matrix(k, k);
  for (let i = 0; i < k; i++)
    for (let j = 0; j < k; j++) left.data[i * k + j] = (i === j ? 1 : 0) - transition[i * k + j]! + 1;
  const solved = solve(left, matrix(k, 1, new Float64Array(k).fill(1)));
  const pi = solved?.data ?? new Float64Array(k).fill(1 / k);
  if (!pi.every(Number.isFinite)) pi.fill(1 / k);
  const kernel = matrix(k, k);
  const unit = matrix(k, k);
  for (let i = 0; i < k; i++) {
    unit.data[i * k + i] = 1;
    for (let j = 0; j < k; j++) kernel.data[i * k + j] = (i === j ? 1 : 0) - transition[i * k + j]! + pi[i]!;
  }
  return { pi, z: solve(kernel, unit)?.data ?? null };
}
