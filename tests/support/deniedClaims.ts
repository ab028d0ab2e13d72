import type { Headline, Light, LightRow, WarningIndexView } from "../../server/routers/views.ts";

/** What a page's own figures say, for holding its sentences against. */
export interface Shown {
  index: Pick<WarningIndexView, "light" | "value" | "previous" | "monthsInZone">;
  lights: readonly LightRow[];
}

type Claim = Headline["claims"][number];

const lightOfRow = (row: LightRow): Light | null => row.cells.at(-1)?.light ?? null;
const count = (shown: Shown, test: (light: Light) => boolean): number =>
  shown.lights.filter((r) => lightOfRow(r) !== null && test(lightOfRow(r)!)).length;

const HOLDS: Readonly<Record<string, (c: Claim, s: Shown) => boolean>> = {
  "index-light": (c, s) => c.light === s.index.light && c.value === s.index.value,
  "index-value": (c, s) => c.value === s.index.value && c.light === s.index.light,
  "index-change": (c, s) =>
    s.index.previous !== null && Math.abs(c.value! - (s.index.value - s.index.previous)) < 0.05,
  "months-in-zone": (c, s) => c.months === s.index.monthsInZone,
  "hot-members": (c, s) => c.value === count(s, (l) => l > 3),
  "cold-members": (c, s) => c.value === count(s, (l) => l < 3),
  "normal-members": (c, s) => c.value === count(s, (l) => l === 3),
  "member-light": (c, s) => s.lights.some((r) => r.indicator === c.indicator && lightOfRow(r) === c.light),
};

/** The claims of a sentence that the figures beside it deny, or that nobody knows how to check. Empty: the sentence is true. */
export function deniedClaims(headline: Headline, shown: Shown): string[] {
  return headline.claims
    .filter((c) => !HOLDS[c.kind]?.(c, shown))
    .map((c) => `${c.kind} ${JSON.stringify(c)}`);
}
