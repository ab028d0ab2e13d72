import type { BacktestPoint } from "../../../models/forecast/backtestContract.ts";
import { chooseModel } from "../../../models/forecast/chooseModel.ts";
import { lostEdge } from "../../../models/forecast/lostEdge.ts";
import { groupAsOf } from "../../../models/forecast/pointGroup.ts";
import { recordOf } from "../../../models/forecast/recordOf.ts";
import { SCHEDULED_MODELS } from "../../../models/forecast/scheduled.ts";
import type { ForecastTarget } from "../../../models/forecast/targets.ts";
import { indicatorById } from "../../../models/indicators/registry.ts";

/** Which model each target relies on as of a day, and which was demoted before. */
export function standingTable(
  targets: readonly { target: ForecastTarget; points: readonly BacktestPoint[] }[],
  day: string,
): string {
  const title = (id: string): string => SCHEDULED_MODELS.find((m) => m.id === id)!.title.en;
  const rows = targets.map(({ target: { head, horizons }, points }) => {
    const { indicator, region, frequency } = head;
    const groups = horizons.flatMap((horizon) =>
      SCHEDULED_MODELS.map(({ id: model, version: modelVersion }) =>
        groupAsOf(
          { model, modelVersion, indicator, region, horizon },
          points.filter((p) => p.model === model && p.horizon === horizon),
          day,
        ),
      ),
    );
    const first = groups.filter((g) => g.horizon === Math.min(...horizons));
    const records = groups.flatMap((g) => recordOf(g, frequency) ?? []);
    const chosen = chooseModel(records);
    const standing = records.find((r) => r.model === chosen)?.standing;
    const lost = lostEdge(first, () => groups, frequency);
    const because = lost?.standing.because;
    return [
      indicatorById(indicator)!.short.en,
      chosen === null ? "none: no forecast is shown" : `${title(chosen)}, since ${standing!.since}`,
      standing ? `${standing.all?.toFixed(2)}; ${standing.recent?.toFixed(2)}` : "",
      lost && because
        ? `${title(lost.model)} on ${lost.since}: ${because.ratio.toFixed(2)} over ${because.origins}`
        : "",
    ];
  });
  const head = [
    "target",
    `relied on as of ${day}`,
    "ratio to the better naive: all; last 24 months or 12 quarters",
    "demoted before, at which ratio",
  ];
  return [head, head.map(() => "---"), ...rows].map((r) => `| ${r.join(" | ")} |`).join("\n");
}
