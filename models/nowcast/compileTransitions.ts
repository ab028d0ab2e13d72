import type { FactorParameters } from "./factorModel.ts";
import type { FilterProgram } from "./filterProgram.ts";
import { partSlot, type StateLayout } from "./stateLayout.ts";

/**
 * The transitions of a layout as sparse instructions. Each month overwrites the K slots of the oldest factors and the
 * oldest slot of each window. Into the end of a quarter, the three months since the last one appear,
 *   e(q−2) = ρe(q−3) + ε₁, e(q−1) = ρ²e(q−3) + ρε₁ + ε₂, e(q) = ρ³e(q−3) + ρ²ε₁ + ρε₂ + ε₃,
 * the newest in the slots that last, the others beside what those held before.
 */
export function compileTransitions(
  program: FilterProgram,
  layout: StateLayout,
  parameters: FactorParameters,
  skipFirst: boolean,
): void {
  const { months, lags, factors: k, model, part, base, width, size, lasting, start } = layout;
  const { d, src, coef, srcStart, qa, qb, qv } = program;
  let targets = 0;
  let sources = 0;
  let noises = 0;
  let head = 0;
  const target = (slot: number): number => {
    d[targets] = slot;
    srcStart[targets] = sources;
    return targets++ - head;
  };
  const from = (slot: number, c: number): void => {
    if (c === 0) return;
    src[sources] = slot;
    coef[sources++] = c;
  };
  const noise = (a: number, b: number, v: number): void => {
    qa[noises] = a;
    qb[noises] = b;
    qv[noises++] = v;
  };
  const factorsInto = (t: number): void => {
    let first = 0;
    model.blocks.forEach((block, at) => {
      const a = parameters.transition[at]!;
      const q = parameters.innovation[at]!;
      const own = block.factors;
      const positions: number[] = [];
      for (let r = 0; r < own; r++) {
        positions.push(target((t % lags) * k + first + r));
        for (let l = 1; l <= block.order; l++)
          for (let c = 0; c < own; c++)
            from(((t - l + lags * 16) % lags) * k + first + c, a[r * own * block.order + (l - 1) * own + c]!);
      }
      for (let r = 0; r < own; r++)
        for (let c = r; c < own; c++) noise(positions[r]!, positions[c]!, q[r * own + c]!);
      first += own;
    });
  };
  const quarterInto = (i: number): void => {
    const rho = parameters.rho[i]!;
    const s = parameters.variance[i]!;
    const r2 = rho * rho;
    const p: number[] = [];
    for (let l = 0; l < 3; l++) {
      p.push(target(partSlot(layout, i, l, 0)));
      from(base[i]!, rho ** (3 - l));
    }
    for (let l = 0; l < width[i]!; l++) {
      target(partSlot(layout, i, 3 + l, 0));
      from(base[i]! + l, 1);
    }
    noise(p[0]!, p[0]!, s * (1 + r2 + r2 * r2));
    noise(p[0]!, p[1]!, s * rho * (1 + r2));
    noise(p[0]!, p[2]!, s * r2);
    noise(p[1]!, p[1]!, s * (1 + r2));
    noise(p[1]!, p[2]!, s * rho);
    noise(p[2]!, p[2]!, s);
  };
  for (let t = 0; t < months; t++) {
    const quarterEnds = (start + t) % 3 === 2;
    head = targets;
    program.dStart[t] = targets;
    program.qStart[t] = noises;
    program.active[t] = quarterEnds ? size : lasting;
    if (t === 0 && skipFirst) continue;
    factorsInto(t);
    part.forEach((p, i) => {
      if (p === "window") {
        const n = width[i]!;
        const at = target(base[i]! + (t % n));
        from(base[i]! + ((t - 1 + n) % n), parameters.rho[i]!);
        noise(at, at, parameters.variance[i]!);
      } else if (p === "quarter" && quarterEnds) quarterInto(i);
    });
  }
  srcStart[targets] = sources;
  program.dStart[months] = targets;
  program.qStart[months] = noises;
}
