import { type KeyboardEvent, useState } from "react";
import type { Drawing } from "./drawing.ts";
import type { EChartsType } from "./echarts.ts";
import { readout } from "./tooltip.ts";

/** The arrow keys: which row is read, what is said, where the tip stands. */
export function useChartReader(
  drawing: Drawing,
  chart: { current: EChartsType | null },
  onPick: ((row: number) => void) | undefined,
) {
  const [row, setRow] = useState<number | null>(null);
  const go = (to: number | null) => {
    setRow(to);
    const at = to === null ? null : drawing.cursor(to);
    if (at) chart.current?.dispatchAction({ type: "showTip", seriesIndex: at[0], dataIndex: at[1] });
    else chart.current?.dispatchAction({ type: "hideTip" });
  };
  const onKeyDown = (e: KeyboardEvent) => {
    if (e.key === "Enter" && row !== null) onPick?.(row);
    const last = drawing.twin.rows.length - 1;
    const from = row ?? last + 1;
    const to = { ArrowLeft: from - 1, ArrowRight: from + 1, Home: 0, End: last, Escape: null }[e.key];
    if (to === undefined || e.altKey || e.ctrlKey || e.metaKey) return;
    if (to === null) {
      go(null);
      return;
    }
    e.preventDefault();
    go(Math.max(0, Math.min(last, to)));
  };
  return {
    text: row === null ? "" : readout(drawing.twin, row),
    onKeyDown,
    leave: () => row !== null && go(null),
  };
}
