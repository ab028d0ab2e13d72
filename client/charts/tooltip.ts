import type { ChartContext, Twin } from "./drawing.ts";

/** Text made safe for markup: names of indicators are data. */
export function escapeText(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}

/** The words of one row: read aloud, and shown at the cursor. */
export function readout(twin: Twin, row: number): string {
  const r = twin.rows[row];
  if (!r) return "";
  const parts = twin.columns.map((c, i) => [c, r.cells[i] ?? ""] as const).filter(([, cell]) => cell !== "");
  return `${r.head}：${parts.map(([c, cell]) => `${c} ${cell}`).join("；")}`;
}

/** A tooltip that says what the table twin says; `rowOf` finds the row under the pointer. */
export function twinTooltip(
  twin: Twin,
  context: ChartContext,
  rowOf: (dataIndex: number, axisValue: unknown) => number = (i) => i,
): Record<string, unknown> {
  const { palette, fontSize } = context;
  return {
    trigger: "axis",
    confine: true,
    transitionDuration: 0,
    backgroundColor: palette.surface,
    borderColor: palette.line,
    padding: [6, 10],
    textStyle: { color: palette.ink, fontSize: fontSize + 1 },
    axisPointer: { type: "line", lineStyle: { color: palette.ink3, type: "dashed" } },
    formatter: (params: unknown) => {
      const first = (Array.isArray(params) ? params[0] : params) as
        | { dataIndex: number; axisValue?: unknown }
        | undefined;
      if (!first) return "";
      const row = twin.rows[rowOf(first.dataIndex, first.axisValue)];
      if (!row) return "";
      const lines = twin.columns
        .map((c, i) => [c, row.cells[i] ?? ""] as const)
        .filter(([, cell]) => cell !== "")
        .map(([c, cell]) => `<div>${escapeText(c)}&ensp;<b>${escapeText(cell)}</b></div>`);
      return `<div>${escapeText(row.head)}</div>${lines.join("")}`;
    },
  };
}
