import { readFigures } from "./compileProgram.ts";
import type { FilterProgram } from "./filterProgram.ts";
import type { FilterTrace } from "./filterTrace.ts";
import { smoothedMeans } from "./smoothedMeans.ts";

/**
 * Σ_Y⁻¹(y − E y), one entry a figure (months × series, 0 where there is none), Σ_Y the covariance of all figures of the
 * pattern that the trace was filtered with: minus the gradient of the log-likelihood. A row read by itself has
 * (v − M′r)/F; a collapsed one has ε̂/h = (y − z′α̂)/h; and a row's error goes to the figures that it reads.
 * de Jong (1988), Biometrika 75, 165–169; Koopman (1993).
 */
export function smoothingErrors(
  program: FilterProgram,
  trace: FilterTrace,
  values: Float64Array,
  start: Float64Array,
): Float64Array {
  readFigures(program, values);
  const { path, errors } = smoothedMeans(program, trace, start);
  const { size, months, obsStart, rowStart, idx, val, h, y, cell, cellStart, cellCoef } = program;
  const out = new Float64Array(values.length);
  for (let t = 0; t < months; t++) {
    const own = obsStart[t]! + program.collapsible[t]!;
    const single = trace.rowsAt[t]! + obsStart[t + 1]! - own;
    for (let row = obsStart[t]!; row < obsStart[t + 1]!; row++) {
      let u: number;
      if (row < own && trace.collapsed[t] === 1) {
        let fitted = 0;
        for (let e = rowStart[row]!; e < rowStart[row + 1]!; e++)
          fitted += val[e]! * path[t * size + idx[e]!]!;
        u = (y[row]! - fitted) / h[row]!;
      } else u = errors[row < own ? single + row - obsStart[t]! : trace.rowsAt[t]! + row - own]!;
      for (let e = cellStart[row]!; e < cellStart[row + 1]!; e++)
        out[cell[e]!] = out[cell[e]!]! + cellCoef[e]! * u;
    }
  }
  return out;
}
