import { oecdIndicator } from "../../../models/cycle/oecdIndicator.ts";
import type { MethodCheck } from "../method.ts";

export const check: MethodCheck = {
  method: "composite_oecd",
  answeredBy: "cycle/oecdIndicator.ts#oecdIndicator",
  source: "Gyomai & Guidetti (2012), OECD System of Composite Leading Indicators",
  tolerance: "1e-8 of the largest entry",
  reason: "two Hodrick–Prescott filters in a row, solved for the trend by the reference",
  check(c, compare) {
    const { values, reference } = c.input as { values: (number | null)[][]; reference: (number | null)[] };
    const { lambda_120, lambda_12, inverted } = c.params as {
      lambda_120: number;
      lambda_12: number;
      inverted: boolean[];
    };
    const columns = inverted.map((_, i) => Float64Array.from(values, (row) => row[i] ?? Number.NaN));
    const ours = oecdIndicator(
      columns,
      Float64Array.from(reference, (v) => v ?? Number.NaN),
      { trendLambda: lambda_120, noiseLambda: lambda_12, inverted },
    );
    const out = c.output as Record<"cycles" | "standardised", number[][]> &
      Record<"aggregate" | "reference_cycle" | "amplitude_adjusted", number[]>;
    const byRow = (lines: Float64Array[]): number[][] => values.map((_, t) => lines.map((line) => line[t]!));
    compare.array("cycles", byRow(ours.cycles), out.cycles, 1e-8);
    compare.array("normalised", byRow(ours.normalised), out.standardised, 1e-8);
    compare.array("average", ours.average, out.aggregate, 1e-8);
    compare.array("reference cycle", ours.reference.cycle, out.reference_cycle, 1e-8);
    compare.array("amplitude adjusted", ours.amplitudeAdjusted, out.amplitude_adjusted, 1e-8);
  },
};
