import { Download, Table2 } from "lucide-react";
import { type ReactNode, useRef, useState } from "react";
import { Button, IconButton } from "../parts/Button.tsx";
import { Card, type CardProps } from "../parts/Card.tsx";
import { Popover } from "../parts/Popover.tsx";
import { toast } from "../parts/Toast.tsx";
import { useLang } from "../words/useWords.ts";
import { Chart, type ChartHandle } from "./Chart.tsx";
import { chartWords } from "./chartWords.ts";
import type { Draw } from "./drawing.ts";
import { saveFile } from "./exportChart.ts";

/** What every file says of the chart it came from. */
export interface ChartPassport {
  title: string;
  /** Measure, unit, place, period. */
  subtitle: string;
  /** Source, vintage, day shown; simulated or not. */
  source: string;
}

export interface ChartCardProps extends Omit<CardProps, "children" | "table" | "ownTools" | "fileName"> {
  draw: Draw;
  label: string;
  height: string;
  passport: ChartPassport;
  fileName: string;
  /** The page may keep in its address whether the table is shown; otherwise the card keeps it. */
  asTable?: boolean;
  onAsTable?(shown: boolean): void;
  /** A click on a column of the drawing, or Enter at the one being read. */
  onPick?(row: number): void;
  /** Above the drawing: transforms, ranges. */
  controls?: ReactNode;
  /** Below the drawing, inside the card. */
  children?: ReactNode;
}

/** A card around one chart, with its table twin and its files: CSV unrounded, PNG and SVG with their passport inside. */
export function ChartCard({
  draw,
  label,
  height,
  passport,
  fileName,
  asTable,
  onAsTable,
  onPick,
  controls,
  children,
  ...card
}: ChartCardProps) {
  const words = chartWords(useLang());
  const chart = useRef<ChartHandle>(null);
  const [own, setOwn] = useState(false);
  const table = asTable ?? own;
  const lines = [passport.subtitle, passport.source, location.href];

  const save = async (format: "csv" | "png" | "svg", close: () => void) => {
    close();
    const handle = chart.current;
    if (!handle) return;
    try {
      const blob =
        format === "csv"
          ? handle.csv({ title: passport.title, lines })
          : await handle.image(
              { title: passport.title, subtitle: passport.subtitle, footer: passport.source },
              format,
            );
      saveFile(blob, `${fileName}.${format}`);
    } catch (error) {
      toast(words.exportFailed(error instanceof Error ? error.message : String(error)), "failed");
    }
  };

  const turn = (
    <IconButton
      label={table ? words.backToChart : words.table}
      aria-pressed={table}
      onClick={() => (onAsTable ?? setOwn)(!table)}
      className={table ? "bg-accentbg text-accent" : ""}
    >
      <Table2 size={15} />
    </IconButton>
  );
  const files = (close: () => void) =>
    (["csv", "png", "svg"] as const).map((format) => (
      <Button key={format} onClick={() => void save(format, close)}>
        {format.toUpperCase()}
      </Button>
    ));

  return (
    <Card
      {...card}
      ownTools={{
        wide: (
          <>
            {turn}
            <Popover label={words.download} button={<Download size={15} />} width="max-content">
              {(close) => <div className="flex gap-1.5">{files(close)}</div>}
            </Popover>
          </>
        ),
        narrow: (close) => (
          <>
            {turn}
            {files(close)}
          </>
        ),
      }}
    >
      {controls}
      <Chart
        ref={chart}
        draw={draw}
        label={label}
        height={height}
        asTable={table}
        {...(onPick ? { onPick } : {})}
      />
      {children}
    </Card>
  );
}
