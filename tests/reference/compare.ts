/** One number of ours beside the other program's. */
export interface Comparison {
  what: string;
  kind: "relative" | "absolute" | "bound" | "equal";
  ours: number | string | null;
  theirs: number | string | null;
  /** |ours − theirs| / scale for close; 0 or 1 for the rest. */
  difference: number;
  tolerance: number;
  passed: boolean;
}

type Cell = number | null | undefined;

/** Collects comparisons. NaN, null and undefined all mean "no value", and must stand on both sides. */
export interface Compare {
  /** |ours − theirs| ≤ tolerance · max(|theirs|, floor): relative, with a floor where the figure may be 0. */
  relative(what: string, ours: Cell, theirs: Cell, tolerance: number, floor?: number): void;
  /** |ours − theirs| ≤ tolerance. */
  absolute(what: string, ours: Cell, theirs: Cell, tolerance: number): void;
  /**
   * Element by element, flattened where nested; lengths must agree. Relative to the largest |theirs| of the array, so that
   * an entry near zero is not held to more digits than its neighbours carry.
   */
  array(what: string, ours: ArrayLike<unknown>, theirs: ArrayLike<unknown>, tolerance: number): void;
  /** ours ≥ theirs − slack: a better optimum passes. */
  atLeast(what: string, ours: Cell, theirs: Cell, slack: number): void;
  /** ours ≤ theirs + slack. */
  atMost(what: string, ours: Cell, theirs: Cell, slack: number): void;
  equal(what: string, ours: Cell | string, theirs: Cell | string): void;
}

export interface Collected extends Compare {
  readonly all: readonly Comparison[];
}

const FEWEST_FLOOR = 1e-300;
const value = (v: unknown): number => (typeof v === "number" ? v : Number.NaN);
const shown = (v: Cell): number | null => (v === undefined || v === null || Number.isNaN(v) ? null : v);

export function collector(): Collected {
  const all: Comparison[] = [];
  const close = (
    what: string,
    ours: Cell,
    theirs: Cell,
    tolerance: number,
    scale: number,
    kind: Comparison["kind"] = "relative",
  ): void => {
    const a = value(ours);
    const b = value(theirs);
    const bothMissing = Number.isNaN(a) && Number.isNaN(b);
    const difference = bothMissing || a === b ? 0 : Math.abs(a - b) / scale;
    all.push({
      what,
      kind,
      ours: shown(ours),
      theirs: shown(theirs),
      difference: Number.isNaN(difference) ? Number.POSITIVE_INFINITY : difference,
      tolerance,
      passed: bothMissing || difference <= tolerance,
    });
  };
  const bound = (what: string, ours: Cell, theirs: Cell, slack: number, sign: number): void => {
    const short = sign * (value(theirs) - value(ours));
    all.push({
      what,
      kind: "bound",
      ours: shown(ours),
      theirs: shown(theirs),
      difference: Math.max(short, 0),
      tolerance: slack,
      passed: short <= slack,
    });
  };
  return {
    all,
    relative: (what, ours, theirs, tolerance, floor = FEWEST_FLOOR) =>
      close(what, ours, theirs, tolerance, Math.max(Math.abs(value(theirs)), floor)),
    absolute: (what, ours, theirs, tolerance) => close(what, ours, theirs, tolerance, 1, "absolute"),
    array(what, ours, theirs, tolerance) {
      const a = flat(ours);
      const b = flat(theirs);
      if (a.length !== b.length)
        return void all.push({
          what: `length of ${what}`,
          kind: "equal",
          ours: a.length,
          theirs: b.length,
          difference: 1,
          tolerance: 0,
          passed: false,
        });
      const scale = Math.max(FEWEST_FLOOR, ...b.filter(Number.isFinite).map(Math.abs));
      a.forEach((v, i) => {
        close(`${what}[${i}]`, v, b[i], tolerance, scale);
      });
    },
    atLeast: (what, ours, theirs, slack) => bound(what, ours, theirs, slack, 1),
    atMost: (what, ours, theirs, slack) => bound(what, ours, theirs, slack, -1),
    equal(what, ours, theirs) {
      const same = ours === theirs || (shownAny(ours) === null && shownAny(theirs) === null);
      all.push({
        what,
        kind: "equal",
        ours: shownAny(ours),
        theirs: shownAny(theirs),
        difference: same ? 0 : 1,
        tolerance: 0,
        passed: same,
      });
    },
  };
}

const shownAny = (v: Cell | string): number | string | null => (typeof v === "string" ? v : shown(v));

function flat(a: ArrayLike<unknown>): number[] {
  return Array.from(a).flatMap((v) =>
    v !== null && typeof v === "object" && "length" in v ? flat(v as ArrayLike<unknown>) : [value(v)],
  );
}
