import { type Ref, useEffect, useImperativeHandle, useLayoutEffect, useMemo, useRef, useState } from "react";
import { ChartKeys } from "./ChartKeys.tsx";
import { chartWords } from "./chartWords.ts";
import type { Draw } from "./drawing.ts";
import type { EChartsType } from "./echarts.ts";
import { chartCsv, chartImage, type ImageFormat } from "./exportChart.ts";
import { loadEcharts } from "./loadEcharts.ts";
import { TwinTable } from "./TwinTable.tsx";
import type { FilePassport } from "./twinCsv.ts";
import { useChartContext } from "./useChartContext.ts";
import { useChartReader } from "./useChartReader.ts";
import type { ImagePassport } from "./withPassport.ts";

const CANVAS_ABOVE = 5000;

/** What a page may ask of a chart it shows. */
export interface ChartHandle {
  image(passport: ImagePassport, format: ImageFormat): Promise<Blob>;
  csv(passport: FilePassport): Blob;
}

export interface ChartProps {
  /** A pure builder; keep it stable between renders (useMemo), it is run again when it changes. */
  draw: Draw;
  /** What the chart shows, in words. */
  label: string;
  /** CSS height, kept from the first paint on: nothing moves when the drawing arrives. */
  height: string;
  /** Show the table twin instead. */
  asTable?: boolean;
  /** A click on a column of the drawing, or Enter at the one being read, chooses the row of its table. */
  onPick?(row: number): void;
  ref?: Ref<ChartHandle>;
}

type Engine = "waiting" | "ready" | "failed";

/**
 * The one chart: fetches its engine when it comes near the screen (at once with `?eager`, and before printing),
 * follows theme, language, text size and width, is read point by point with the arrow keys, and has a table twin.
 */
export function Chart({ draw, label, height, asTable = false, onPick, ref }: ChartProps) {
  const host = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLDivElement>(null);
  const chart = useRef<EChartsType | null>(null);
  const [engine, setEngine] = useState<Engine>("waiting");
  const [attempt, setAttempt] = useState(0);
  const context = useChartContext(host);
  const words = chartWords(context.locale);
  const drawing = useMemo(() => draw(context), [draw, context]);
  const latest = useRef(drawing);
  useLayoutEffect(() => {
    latest.current = drawing;
  }, [drawing]);
  const pick = useRef(onPick);
  useLayoutEffect(() => {
    pick.current = onPick;
  }, [onPick]);
  const renderer = drawing.points > CANVAS_ABOVE ? "canvas" : "svg";

  // biome-ignore lint/correctness/useExhaustiveDependencies: attempt is the reader's wish to try again
  useEffect(() => {
    const node = canvas.current;
    if (!node || asTable) return;
    let ended = false;
    let resize: ResizeObserver | null = null;
    const start = once(async () => {
      near.disconnect();
      try {
        const { init } = await loadEcharts();
        if (ended) return;
        const made = init(node, null, { renderer });
        made.setOption(latest.current.option);
        made.getZr().on("click", ({ offsetX }) => {
          const row = Number(made.convertFromPixel({ xAxisIndex: 0 }, offsetX));
          if (row >= 0 && row < latest.current.twin.rows.length) pick.current?.(row);
        });
        chart.current = made;
        resize = new ResizeObserver(() => {
          made.resize();
          scalable(node);
        });
        resize.observe(node);
        setEngine("ready");
      } catch (error) {
        if (!ended) setEngine("failed");
        console.error(error);
      }
    });
    const near = new IntersectionObserver((seen) => seen.some((s) => s.isIntersecting) && start(), {
      rootMargin: "600px",
    });
    if (new URLSearchParams(location.search).has("eager")) start();
    else near.observe(node);
    addEventListener("beforeprint", start);
    return () => {
      ended = true;
      removeEventListener("beforeprint", start);
      near.disconnect();
      resize?.disconnect();
      chart.current?.dispose();
      chart.current = null;
    };
  }, [renderer, asTable, attempt]);

  useEffect(() => {
    chart.current?.setOption(drawing.option, { notMerge: true });
  }, [drawing]);

  useImperativeHandle(
    ref,
    () => ({
      image: (passport, format) =>
        chartImage(draw({ ...context, compact: false }), passport, context, format),
      csv: (passport) => chartCsv(drawing, passport),
    }),
    [draw, drawing, context],
  );

  const reader = useChartReader(drawing, chart, onPick);
  if (asTable || engine === "failed") {
    return (
      <div ref={host} style={{ minHeight: height }}>
        {engine === "failed" && !asTable && (
          <p role="alert" className="mb-2 flex items-center gap-3 text-[.87rem] text-ink2">
            {words.failed}
            <button
              type="button"
              className="btn"
              onClick={() => {
                setEngine("waiting");
                setAttempt(attempt + 1);
              }}
            >
              {words.retry}
            </button>
          </p>
        )}
        <TwinTable twin={drawing.twin} height={height} />
      </div>
    );
  }
  return (
    <div ref={host}>
      {(context.compact || drawing.keysAlways) && drawing.keys.length > 1 && (
        <ChartKeys keys={drawing.keys} />
      )}
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset would promise inputs; this is a drawing one reads with the arrow keys */}
      <div
        role="group"
        aria-roledescription={words.chart}
        aria-label={`${label}。${words.keys}`}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: the arrow keys read the chart point by point
        tabIndex={0}
        onKeyDown={reader.onKeyDown}
        onBlur={reader.leave}
        className={onPick ? "relative cursor-pointer" : "relative"}
      >
        <div ref={canvas} aria-hidden="true" className="drawing" style={{ height }} />
        <span aria-live="polite" className="sr-only">
          {reader.text}
        </span>
      </div>
    </div>
  );
}

/** Lets the drawing be shown at another size than it was made for, as on paper: the engine only knows pixels. */
function scalable(node: HTMLElement): void {
  const svg = node.querySelector("svg");
  svg?.setAttribute("viewBox", `0 0 ${node.clientWidth} ${node.clientHeight}`);
}

function once(run: () => Promise<void>): () => void {
  let started = false;
  return () => {
    if (started) return;
    started = true;
    void run();
  };
}
