import { useVirtualizer } from "@tanstack/react-virtual";
import { useEffect, useRef, useState } from "react";
import type { SearchRow } from "../../../server/routers/views.ts";
import { useShortcuts } from "../../api/useShortcuts.ts";
import { useWords } from "../../words/useWords.ts";
import { workbenchWords } from "../../words/workbench.ts";
import { keyText } from "./basket.ts";
import { IndicatorRow } from "./IndicatorRow.tsx";
import { useRowHeight } from "./useRowHeight.ts";
import { useSparks } from "./useSparks.ts";

const WIDE = "2rem minmax(10rem,1fr) 4.2rem 3.9rem 6rem 5.2rem 7.4rem 4.8rem 4.4rem";
const NARROW = "2rem minmax(0,1fr) 6.4rem 4.6rem";

export interface IndicatorTableProps {
  total: number;
  row(i: number): SearchRow | undefined;
  selected: readonly string[];
  onToggle(key: string): void;
  /** Which rows are in sight: the page reads those. */
  onSight(range: readonly [number, number]): void;
}

/** All rows of a search, of which only those in sight exist: ten thousand scroll like ten. J and K move, Space selects, Enter opens. */
export function IndicatorTable({ total, row, selected, onToggle, onSight }: IndicatorTableProps) {
  const w = useWords(workbenchWords);
  const scroller = useRef<HTMLDivElement>(null);
  const [active, setActive] = useState(0);
  const { height, narrow } = useRowHeight();
  // oxlint-disable-next-line react/incompatible-library -- nothing it returns is handed to a memoised part
  const virtual = useVirtualizer({
    count: total,
    getScrollElement: () => scroller.current,
    estimateSize: () => height,
    overscan: 8,
  });
  const items = virtual.getVirtualItems();
  const first = items[0]?.index ?? 0;
  const last = items.at(-1)?.index ?? 0;
  useEffect(() => onSight([first, last]), [first, last, onSight]);
  // Rows are measured again when the text size changes.
  // biome-ignore lint/correctness/useExhaustiveDependencies: height is what changed
  useEffect(() => virtual.measure(), [virtual, height]);
  const sparks = useSparks(row, first, last);

  const wanted = useRef<number | null>(null);
  const focusWanted = (): boolean => {
    const region = scroller.current;
    const link = region?.querySelector<HTMLElement>(`[data-row="${wanted.current}"] a`);
    if (!link) return false;
    wanted.current = null;
    link.focus({ preventScroll: true });
    return true;
  };
  // Rows come with the scroll and with the server's answer; a reader who has gone elsewhere is not called back.
  useEffect(() => {
    if (wanted.current === null) return;
    if (scroller.current?.contains(document.activeElement)) focusWanted();
    else wanted.current = null;
  });

  const go = (to: number) => {
    const next = Math.max(0, Math.min(total - 1, to));
    setActive(next);
    virtual.scrollToIndex(next);
    wanted.current = next;
    // The row may only exist after the scroll: until then the region holds the focus.
    if (!focusWanted()) scroller.current?.focus({ preventScroll: true });
  };
  useShortcuts({
    j: () => go(active + 1),
    k: () => go(active - 1),
  });

  const c = w.columns;
  const heads: [string, string][] = narrow
    ? [
        [c.select, "sr"],
        [c.name, ""],
        [c.latest, "text-right"],
        [c.spark, "pl-2"],
      ]
    : [
        [c.select, "sr"],
        [c.name, ""],
        [c.region, ""],
        [c.frequency, ""],
        [c.latest, "text-right"],
        [c.change, "text-right"],
        [c.spark, "pl-3"],
        [c.light, ""],
        [c.updated, "text-right"],
      ];
  return (
    // biome-ignore lint/a11y/useSemanticElements: rows that come and go cannot be a <table>; roles say the same
    <div role="table" aria-rowcount={total + 1} aria-label={w.table} className="num">
      {/* biome-ignore lint/a11y/useSemanticElements: see above */}
      <div role="rowgroup">
        {/* biome-ignore lint/a11y/useSemanticElements: see above */}
        {/* biome-ignore lint/a11y/useFocusableInteractive: the heading row is no control */}
        <div
          role="row"
          aria-rowindex={1}
          className="border-b border-line bg-sunken px-3 py-1.5 text-[.8rem] text-ink2"
          style={{ display: "grid", gridTemplateColumns: narrow ? NARROW : WIDE, alignItems: "center" }}
        >
          {heads.map(([text, look]) => (
            // biome-ignore lint/a11y/useSemanticElements: see above
            // biome-ignore lint/a11y/useFocusableInteractive: the heading row is no control
            <span role="columnheader" key={text} className={look === "sr" ? "" : look}>
              {look === "sr" ? <span className="sr-only">{text}</span> : text}
            </span>
          ))}
        </div>
      </div>
      {/* biome-ignore lint/a11y/useSemanticElements: see above */}
      <div
        ref={scroller}
        role="rowgroup"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
        tabIndex={0}
        aria-label={w.rows}
        onKeyDown={(e) => {
          const to = { ArrowDown: active + 1, ArrowUp: active - 1, Home: 0, End: total - 1 }[e.key];
          // On the region itself the arrows scroll.
          if (to === undefined || e.target === e.currentTarget || e.altKey || e.ctrlKey || e.metaKey) return;
          e.preventDefault();
          go(to);
        }}
        className="relative h-[calc(100dvh-17rem)] min-h-[26rem] overflow-auto"
      >
        <div role="presentation" className="relative" style={{ height: virtual.getTotalSize() }}>
          {items.map((item) => {
            const r = row(item.index);
            return (
              <IndicatorRow
                key={item.key}
                index={item.index}
                top={item.start}
                height={height}
                columns={narrow ? NARROW : WIDE}
                narrow={narrow}
                row={r}
                active={item.index === active}
                selected={r !== undefined && selected.includes(keyText(r))}
                spark={r && sparks.get(keyText(r))}
                onToggle={onToggle}
                onFocus={setActive}
              />
            );
          })}
        </div>
      </div>
    </div>
  );
}
