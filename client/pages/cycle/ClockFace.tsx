import { type RefObject, useLayoutEffect, useRef, useState } from "react";
import type { ClockPath } from "../../../server/routers/views.ts";
import { textWidth } from "../../charts/textWidth.ts";
import { useChartContext } from "../../charts/useChartContext.ts";
import { formatNumber } from "../../format/formatNumber.ts";
import { cycleWords } from "../../words/cycle.ts";
import { useLang, useWords } from "../../words/useWords.ts";
import { clockFrame } from "./clockGeometry.ts";
import { placeLabels } from "./placeLabels.ts";

const HEAD = 5.5;
/** Bold letters are wider than those that are measured. */
const BOLD = 1.12;
/** Pixels from a head to its name. */
const GAP = 10;

/** The clock as a drawing: four quarters, a trail a path that widens towards today, a name at each head. */
export function ClockFace({ paths, at, label }: { paths: readonly ClockPath[]; at: number; label: string }) {
  const w = useWords(cycleWords);
  const lang = useLang();
  const host = useRef<HTMLDivElement>(null);
  const { palette, fontSize } = useChartContext(host);
  const width = useWidth(host);
  const height = Math.round(Math.min(Math.max(width, 300), 600));
  const { trails, reach, ticks } = clockFrame(paths, at);
  // Room at the left and at the foot for the numbers of the axes, and their words beyond.
  const margin = { left: Math.round(3.4 * fontSize) + 8, foot: Math.round(2.4 * fontSize) + 8 };
  const side = { x: width - margin.left, y: height - margin.foot };
  const px = (x: number): number => margin.left + x * side.x;
  const py = (y: number): number => y * side.y;
  const color = (i: number): string => palette.series[i % palette.series.length]!;
  const size = fontSize + 1;
  const heads = trails.flatMap(({ id, head }, i) => (head ? [{ id, i, x: px(head.x), y: py(head.y) }] : []));
  const labels = placeLabels(
    trails.flatMap(({ id, head }, i) => {
      if (!head) return [];
      const name = paths[i]!.name[lang];
      const wide = textWidth(name, size) * BOLD;
      const [right, left] = [px(head.x) + GAP, px(head.x) - GAP - wide];
      // A name too long for both sides lies above or below its head.
      const sides = [
        ...(right + wide < width ? [right] : []),
        ...(left > margin.left ? [left] : []),
        width - wide - 2,
      ];
      const [x = right, otherX] = sides;
      return [
        {
          id,
          name,
          i,
          x,
          y: py(head.y),
          width: wide,
          headX: px(head.x),
          headY: py(head.y),
          ...(sides.length > 2 && otherX !== undefined ? { otherX } : {}),
        },
      ];
    }),
    { height: size * 1.25, top: size, bottom: side.y - size },
    heads.map((h) => ({ id: h.id, x: h.x - HEAD, y: h.y, width: 2 * HEAD, height: 2 * HEAD })),
  );
  return (
    <div ref={host} style={{ minHeight: 300 }}>
      {width > 0 && (
        <svg width={width} height={height} role="img" aria-label={label} className="block">
          <Quarters px={px} py={py} fontSize={fontSize} />
          {ticks.flatMap((v) =>
            [v, -v].map((t) => {
              const x = px((1 + t / reach) / 2);
              const y = py((1 - t / reach) / 2);
              const text = formatNumber(t, Number.isInteger(t) ? 0 : Number.isInteger(2 * t) ? 1 : 2);
              return (
                <g key={t} fill={palette.ink3} fontSize={fontSize - 1.5} className="num">
                  <line x1={x} x2={x} y1={py(0.5) - 3} y2={py(0.5) + 3} stroke={palette.ink3} />
                  <line x1={px(0.5) - 3} x2={px(0.5) + 3} y1={y} y2={y} stroke={palette.ink3} />
                  <text x={x} y={side.y + fontSize + 1} textAnchor="middle">
                    {text}
                  </text>
                  <text x={margin.left - 4} y={y + fontSize * 0.35} textAnchor="end">
                    {text}
                  </text>
                </g>
              );
            }),
          )}
          {trails.map(({ id, pieces }, i) => (
            <g key={id} stroke={color(i)} strokeLinecap="round" fill="none">
              {pieces.map((p) => (
                <line
                  key={p.age}
                  x1={px(p.x1)}
                  y1={py(p.y1)}
                  x2={px(p.x2)}
                  y2={py(p.y2)}
                  strokeWidth={0.8 + 2.6 * p.age}
                  strokeOpacity={0.12 + 0.88 * p.age ** 1.6}
                />
              ))}
            </g>
          ))}
          {heads.map((h) => (
            <Head key={h.id} x={h.x} y={h.y} place={h.i} color={color(h.i)} ground={palette.surface} />
          ))}
          {labels.map((l) => (
            <g key={l.id}>
              {Math.abs(l.y - l.headY) > size * 0.8 && (l.x > l.headX || l.x + l.width < l.headX) && (
                <line
                  x1={l.headX + (l.x > l.headX ? HEAD : -HEAD)}
                  y1={l.headY}
                  x2={l.x > l.headX ? l.x - 2 : l.x + l.width + 2}
                  y2={l.y}
                  stroke={palette.ink3}
                  strokeWidth={0.8}
                />
              )}
              <text
                x={l.x}
                y={l.y + size * 0.36}
                fill={color(l.i)}
                fontSize={size}
                fontWeight={700}
                stroke={palette.surface}
                strokeWidth={3}
                paintOrder="stroke"
              >
                {l.name}
              </text>
            </g>
          ))}
          <text x={px(0.5)} y={height - 4} fill={palette.ink2} fontSize={fontSize} textAnchor="middle">
            {w.clock.x}
          </text>
          <text
            transform={`translate(${fontSize * 1.15} ${py(0.5)}) rotate(-90)`}
            fill={palette.ink2}
            fontSize={fontSize}
            textAnchor="middle"
          >
            {w.clock.y}
          </text>
        </svg>
      )}
    </div>
  );
}

/** Heads differ by form as well as by hue: full, ringed, square. */
function Head({
  x,
  y,
  place,
  color,
  ground,
}: {
  x: number;
  y: number;
  place: number;
  color: string;
  ground: string;
}) {
  const ringed = (place >> 1) % 2 === 1;
  const shape = {
    fill: ringed ? ground : color,
    stroke: ringed ? color : ground,
    strokeWidth: ringed ? 3 : 1.4,
  };
  return place % 2 === 0 ? (
    <circle cx={x} cy={y} r={HEAD} {...shape} />
  ) : (
    <rect x={x - HEAD + 0.6} y={y - HEAD + 0.6} width={2 * HEAD - 1.2} height={2 * HEAD - 1.2} {...shape} />
  );
}

/** The four quarters with their names in the corners, and the lines that part them. */
function Quarters({ px, py, fontSize }: { px(x: number): number; py(y: number): number; fontSize: number }) {
  const w = useWords(cycleWords);
  const corners = [
    { quadrant: "downturn", x: 0, y: 0, anchor: "start" },
    { quadrant: "expansion", x: 1, y: 0, anchor: "end" },
    { quadrant: "slowdown", x: 0, y: 1, anchor: "start" },
    { quadrant: "recovery", x: 1, y: 1, anchor: "end" },
  ] as const;
  return (
    <>
      {corners.map(({ quadrant, x, y, anchor }) => (
        <g key={quadrant}>
          <rect
            x={px(x / 2)}
            y={py(y / 2)}
            width={px(0.5) - px(0)}
            height={py(0.5)}
            fill="var(--line)"
            fillOpacity={x === y ? 0.35 : 0}
          />
          <text
            x={px(x) + (x === 0 ? 8 : -8)}
            y={y === 0 ? fontSize + 8 : py(1) - fontSize - 12}
            textAnchor={anchor}
            fill="var(--ink)"
            fontSize={fontSize + 2}
            fontWeight={700}
          >
            {w.quadrants[quadrant]}
          </text>
          {textWidth(w.quadrantTexts[quadrant], fontSize) + 16 < px(0.5) - px(0) && (
            <text
              x={px(x) + (x === 0 ? 8 : -8)}
              y={y === 0 ? 2 * fontSize + 12 : py(1) - 8}
              textAnchor={anchor}
              fill="var(--ink3)"
              fontSize={fontSize - 0.5}
            >
              {w.quadrantTexts[quadrant]}
            </text>
          )}
        </g>
      ))}
      <rect x={px(0)} y={0} width={px(1) - px(0)} height={py(1)} fill="none" stroke="var(--line)" />
      <line x1={px(0.5)} x2={px(0.5)} y1={0} y2={py(1)} stroke="var(--ink3)" />
      <line x1={px(0)} x2={px(1)} y1={py(0.5)} y2={py(0.5)} stroke="var(--ink3)" />
    </>
  );
}

/** Pixels the drawing may take; 0 until it has been laid out. */
function useWidth(host: RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(0);
  useLayoutEffect(() => {
    const node = host.current;
    if (!node) return;
    const measure = (): void => setWidth(node.clientWidth);
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(node);
    return () => observer.disconnect();
  }, [host]);
  return width;
}
