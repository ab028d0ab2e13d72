import { findTurningPoints } from "../../../models/cycle/findTurningPoints.ts";
import { phaseStates, turnsOfStates } from "../../../models/cycle/phaseStates.ts";
import type { TurningPoint } from "../../../models/cycle/turningPoint.ts";
import { BCDATING_MONTHLY, BCDATING_QUARTERLY } from "../../../models/cycle/turningPointRules.ts";
import type { ReferenceCase } from "../case.ts";
import type { Compare } from "../compare.ts";
import type { MethodCheck } from "../method.ts";

export const check: MethodCheck = {
  method: "bbq",
  answeredBy: "cycle/findTurningPoints.ts#findTurningPoints",
  source: "Harding & Pagan (2002), J. Monetary Economics 49, 365–381; rule set of R's BCDating",
  tolerance: "equal",
  reason: "dates and phases, no arithmetic",
  check(c, compare) {
    if (!Array.isArray(c.input.values)) return chronology(c, compare);
    const { values, start, frequency } = c.input as {
      values: number[];
      start: [number, number];
      frequency: 4 | 12;
    };
    const { mincycle, minphase, window } = c.params as { mincycle: number; minphase: number; window: number };
    const rules = {
      ...(frequency === 4 ? BCDATING_QUARTERLY : BCDATING_MONTHLY),
      window: [window, window] as const,
      minCycle: mincycle,
      minPhase: minphase,
    };
    const turns = findTurningPoints(values, rules);
    const out = c.output as Record<"peaks" | "troughs" | "states", number[]> &
      Record<"peak_dates" | "trough_dates", string[]>;
    for (const kind of ["peak", "trough"] as const) {
      const at = turns.filter((turn) => turn.kind === kind).map((turn) => turn.at);
      compare.array(
        `${kind}s`,
        at.map((t) => t + 1),
        out[`${kind}s`],
        0,
      );
      out[`${kind}_dates`].forEach((date, i) => {
        compare.equal(`date of ${kind} ${i + 1}`, dateOf(at[i] ?? Number.NaN, start, frequency), date);
      });
    }
    compare.array("states", phaseStates(turns, values.length), out.states, 0);
  },
};

function dateOf(at: number, [year, period]: readonly [number, number], frequency: 4 | 12): string {
  const slot = year * frequency + period - 1 + at;
  const within = (slot % frequency) + 1;
  const y = Math.floor(slot / frequency);
  return frequency === 4 ? `${y}Q${within}` : `${y}-${String(within).padStart(2, "0")}`;
}

/** Published dates without a series: the phases that we make of them must give the same dates back. */
function chronology(c: ReferenceCase, compare: Compare): void {
  const out = c.output as Record<string, string[]>;
  for (const [suffix, perYear] of [
    ["monthly", 12],
    ["quarterly", 4],
  ] as const) {
    const slot = (date: string): number =>
      Number(date.slice(0, 4)) * perYear + Number(date.slice(5).replace("Q", ""));
    const dated = (kind: TurningPoint["kind"]): (TurningPoint & { date: string })[] =>
      out[`${kind}s_${suffix}`]!.map((date) => ({ at: slot(date), kind, date }));
    const turns = [...dated("peak"), ...dated("trough")].sort((a, b) => a.at - b.at);
    const first = turns[0]!.at - 1;
    const shifted = turns.map((turn) => ({ ...turn, at: turn.at - first }));
    const back = turnsOfStates(phaseStates(shifted, shifted.at(-1)!.at + 2));
    compare.equal(`number of turns, ${suffix}`, back.length, turns.length);
    back.forEach((turn, i) => {
      compare.equal(
        `${suffix} turn ${i + 1}`,
        `${turn.kind} ${turn.at + first}`,
        `${turns[i]!.kind} ${turns[i]!.at}`,
      );
    });
  }
}
