import type { ChartContext, Drawing } from "./drawing.ts";
import { loadEcharts } from "./loadEcharts.ts";
import { type FilePassport, twinCsv } from "./twinCsv.ts";
import { type ImagePassport, PASSPORT_BOTTOM, PASSPORT_TOP, withPassport } from "./withPassport.ts";

export type ImageFormat = "png" | "svg";

/** A drawing as a picture of its own, 960 px wide, with title, unit, source and vintage in it; PNG at double density. */
export async function chartImage(
  drawing: Drawing,
  passport: ImagePassport,
  context: ChartContext,
  format: ImageFormat,
): Promise<Blob> {
  const { init } = await loadEcharts();
  const size = { width: 960, height: 420 + PASSPORT_TOP + PASSPORT_BOTTOM };
  const option = withPassport(drawing.option, passport, context);
  if (format === "svg") {
    const chart = init(null, null, { renderer: "svg", ssr: true, ...size });
    chart.setOption(option);
    const svg = chart.renderToSVGString();
    chart.dispose();
    return new Blob([svg], { type: "image/svg+xml" });
  }
  const host = document.createElement("div");
  const chart = init(host, null, { renderer: "canvas", devicePixelRatio: 2, ...size });
  chart.setOption(option);
  const canvas = chart.renderToCanvas({ pixelRatio: 2, backgroundColor: context.palette.surface });
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, "image/png"));
  chart.dispose();
  if (!blob) throw new Error("the browser gave no PNG for this drawing; SVG and CSV are still available");
  return blob;
}

export function chartCsv(drawing: Drawing, passport: FilePassport): Blob {
  return new Blob([twinCsv(drawing.twin, passport)], { type: "text/csv;charset=utf-8" });
}

/** Hands a file to the browser's downloads. */
export function saveFile(blob: Blob, name: string): void {
  const url = URL.createObjectURL(blob);
  const a = document.createElement("a");
  a.href = url;
  a.download = name;
  a.click();
  // The download holds the data by then; freed on the next task.
  setTimeout(() => URL.revokeObjectURL(url));
}
