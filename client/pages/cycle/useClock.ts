import { useEffect, useState } from "react";
import { changeSearch } from "../../route/useRoute.ts";

/** Milliseconds a month while playing. */
const STEP_MS = 140;
/** Where playing begins, or where the figures do. */
const PLAY_FROM = "2016-01";

export interface Clock {
  /** Position of the month shown. */
  at: number;
  first: number;
  last: number;
  playing: boolean;
  play(): void;
  pause(): void;
  /** Shows a month while one drags; the address follows when `settle` is called. */
  show(at: number): void;
  settle(): void;
  /** Shows a month and puts it into the address. */
  go(at: number): void;
}

/** Which month the clock shows. The address keeps it, except while it moves by itself or under the hand. */
export function useClock(months: readonly string[], first: number, asked: string | undefined): Clock {
  const last = months.length - 1;
  const held = (at: number): number => Math.min(last, Math.max(first, at));
  const found = asked === undefined ? -1 : months.indexOf(asked);
  const settled = found < 0 ? last : held(found);
  const [moving, setMoving] = useState<number | null>(null);
  const [playing, setPlaying] = useState(false);
  const at = held(moving ?? settled);
  // Playing ends by itself at the newest month.
  const running = playing && at < last;
  // What is shown gives way to the address only when the address has changed: it follows a moment later.
  const [seen, setSeen] = useState(asked);
  if (asked !== seen) {
    setSeen(asked);
    if (!running) setMoving(null);
  }
  const keep = (to: number): void => {
    setMoving(to);
    setPlaying(false);
    changeSearch({ at: to === last ? undefined : months[to] }, true);
  };

  useEffect(() => {
    if (!running) return;
    const timer = setInterval(() => setMoving((m) => Math.min(last, (m ?? first) + 1)), STEP_MS);
    return () => clearInterval(timer);
  }, [running, first, last]);

  return {
    at,
    first,
    last,
    playing: running,
    play() {
      const begin = months.findIndex((m) => m >= PLAY_FROM);
      // Begins anew at the end, goes on from where it was stopped before.
      setMoving(at === last ? held(begin < 0 ? first : begin) : at);
      setPlaying(true);
      // While it moves by itself the address names no month: played to its end, the newest is shown.
      changeSearch({ at: undefined }, true);
    },
    pause: () => keep(at),
    show(to) {
      setPlaying(false);
      setMoving(held(to));
    },
    settle: () => moving !== null && !running && keep(at),
    go: (to) => keep(held(to)),
  };
}
