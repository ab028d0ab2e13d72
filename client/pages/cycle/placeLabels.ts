export interface LabelBox {
  id: string;
  /** Where the label belongs, in pixels: the middle of its left edge. */
  x: number;
  y: number;
  width: number;
}

/** Something that stays where it is; `y` is its middle. */
export interface Obstacle extends LabelBox {
  height: number;
}

/**
 * Labels moved up or down so that none lies upon another or upon what stays, in the order of their height, each to the nearest
 * free place between `top` and `bottom`, below before above. One that finds none stays where it belongs.
 */
export function placeLabels<T extends LabelBox>(
  labels: readonly T[],
  { height, top, bottom }: { height: number; top: number; bottom: number },
  obstacles: readonly Obstacle[] = [],
): T[] {
  const placed: T[] = [];
  for (const label of labels.toSorted((a, b) => a.y - b.y)) {
    const others = [...placed.map((p) => ({ ...p, height })), ...obstacles.filter((o) => o.id !== label.id)];
    const free = (y: number): boolean =>
      y >= top &&
      y <= bottom &&
      others.every(
        (o) =>
          Math.abs(o.y - y) >= (height + o.height) / 2 ||
          label.x >= o.x + o.width ||
          o.x >= label.x + label.width,
      );
    const home = Math.min(Math.max(label.y, top), bottom);
    let y = home;
    for (let shift = 0; shift <= bottom - top; shift++) {
      const found = [home + shift, home - shift].find(free);
      if (found === undefined) continue;
      y = found;
      break;
    }
    placed.push({ ...label, y });
  }
  return placed;
}
