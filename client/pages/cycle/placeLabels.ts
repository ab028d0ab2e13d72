export interface LabelBox {
  id: string;
  /** Where the label belongs, in pixels: the middle of its left edge. */
  x: number;
  y: number;
  width: number;
}

/**
 * Labels moved up or down so that none lies upon another, in the order of their height and as little as that takes; all
 * stay between `top` and `bottom`.
 */
export function placeLabels<T extends LabelBox>(
  labels: readonly T[],
  { height, top, bottom }: { height: number; top: number; bottom: number },
): T[] {
  const placed: T[] = [];
  for (const label of labels.toSorted((a, b) => a.y - b.y)) {
    const meets = (y: number): LabelBox | undefined =>
      placed.find(
        (p) => Math.abs(p.y - y) < height && label.x < p.x + p.width && p.x < label.x + label.width,
      );
    let y = Math.min(Math.max(label.y, top), bottom);
    for (let met = meets(y); met !== undefined; met = meets(y)) y = met.y + height;
    // No room below: upwards, past whatever is there.
    if (y > bottom) {
      y = bottom;
      for (let met = meets(y); met !== undefined; met = meets(y)) y = met.y - height;
    }
    placed.push({ ...label, y });
  }
  return placed;
}
