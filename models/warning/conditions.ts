import type { Period } from "../series/period.ts";
import type { Evidence } from "./contract.ts";
import { type Steps, severityOf } from "./severityOf.ts";

/** One line of evidence per step: what was compared with what, and whether it held. */
export function stepEvidence(
  what: { zh: string; en: string },
  value: number,
  side: "above" | "below",
  steps: Steps,
  unit: string,
  period: Period,
): Evidence[] {
  const sign = side === "above" ? ">" : "<";
  const grades = [
    ["关注", "watch", steps.watch],
    ["预警", "warning", steps.warning],
    ["严重", "critical", steps.critical],
  ] as const;
  return grades.flatMap(([zh, en, step]) =>
    step === undefined
      ? []
      : [
          {
            condition: {
              zh: `${what.zh} ${sign} ${plain(step)}（${zh}）`,
              en: `${what.en} ${sign} ${plain(step)} (${en})`,
            },
            value,
            threshold: step,
            unit,
            met: severityOf(value, side, { watch: step }).severity !== "none",
            period,
          },
        ],
  );
}

function plain(step: number): string {
  return String(Math.round(step * 100) / 100).replace("-", "−");
}
