import type {
  Headline,
  RiskEvent,
  RiskEventView,
  RiskHeatView,
  RiskOverview,
} from "../../server/routers/views.ts";

/** What the pages on risk show, for holding their sentences against. */
export interface ShownRisk {
  overview?: Pick<RiskOverview, "composite" | "events">;
  map?: NonNullable<RiskHeatView["map"]>;
  event?: RiskEventView;
}

type Claim = Headline["claims"][number];

const eventsOf = (s: ShownRisk): RiskEvent[] => [
  ...(s.overview?.events.flatMap((e) => e.event ?? []) ?? []),
  ...(s.event ? [s.event] : []),
];
const eventOf = (id: string | undefined, s: ShownRisk): RiskEvent | undefined =>
  eventsOf(s).find((e) => e.id === id);
const near = (a: number | undefined, b: number | null | undefined): boolean =>
  a !== undefined && b !== null && b !== undefined && Math.abs(a - b) < 1e-9;
/** Newest light of a domain, read off its row. */
const lightsOf = (s: ShownRisk) =>
  (s.map?.domains ?? []).map((d) => ({
    id: d.id,
    light: d.latest === null ? null : (d.cells.findLast((c) => c.score !== null)?.light ?? d.latest.light),
  }));

const HOLDS: Readonly<Record<string, (c: Claim, s: ShownRisk, id: string | undefined) => boolean>> = {
  "events-known": (c, s) => c.value === eventsOf(s).filter((e) => e.state.on !== null).length,
  "events-on": (c, s) => c.value === eventsOf(s).filter((e) => e.state.on === true).length,
  "event-on": (c, s, id) => {
    const event = eventOf(id, s);
    return event?.state.on === true && event.state.months === c.months;
  },
  "event-probability": (c, s, id) => near(c.value, eventOf(id, s)?.probability?.value),
  "event-proven": (_, s, id) => eventOf(id, s)?.proven === true,
  "event-off": (_, s, id) => eventOf(id, s)?.state.on === false,
  "event-unproven": (_, s, id) => eventOf(id, s)?.proven === false,
  "composite-proven": (_, s) => s.overview?.composite?.proven === true,
  "composite-unproven": (_, s) => s.overview?.composite?.proven === false,
  composite: (c, s) => {
    const values = s.overview?.composite?.path.value;
    return near(
      c.value,
      values?.findLast((v) => v !== null),
    );
  },
  "composite-change": (c, s) => {
    const told = s.overview?.composite?.path.value ?? [];
    const at = told.findLastIndex((v) => v !== null);
    return near(c.value, at > 0 && told[at - 1] !== null ? told[at]! - told[at - 1]! : null);
  },
  "above-cutoff": (c, s) => {
    const { latest = null, cutoff = null } = s.overview?.composite ?? {};
    return near(c.value, cutoff) && latest !== null && latest.value > c.value!;
  },
  "below-cutoff": (c, s) => {
    const { latest = null, cutoff = null } = s.overview?.composite ?? {};
    return near(c.value, cutoff) && latest !== null && latest.value <= c.value!;
  },
  "part-top": (c, s, id) => {
    const composite = s.overview?.composite;
    const at = composite?.path.value.findLastIndex((v) => v !== null) ?? -1;
    const points = composite?.contributions.map((x) => ({ id: x.event, p: x.points[at] ?? 0 })) ?? [];
    const own = points.find((p) => p.id === id);
    return near(c.value, own?.p) && points.every((p) => p.p <= own!.p);
  },
  "part-proven": (_, s, id) => partProven(s, id) === true,
  "part-unproven": (_, s, id) => partProven(s, id) === false,
  "domains-hot": (c, s) => c.value === lightsOf(s).filter((d) => (d.light ?? 3) > 3).length,
  "domains-cold": (c, s) => c.value === lightsOf(s).filter((d) => (d.light ?? 3) < 3).length,
  "domain-light": (c, s, id) => lightsOf(s).some((d) => d.id === id && d.light === c.light),
  "candidates-judged": (c, s) => c.value === s.event?.candidates.filter((x) => x.signalling !== null).length,
  "candidates-crossed": (c, s) => c.value === s.event?.candidates.filter((x) => x.signalling === true).length,
  "models-judged": (c, s) => c.value === s.event?.models.filter((m) => m.permutationP !== null).length,
  "models-better": (c, s) =>
    c.value ===
    s.event?.models.filter(
      (m) => m.auroc !== null && m.auroc > 0.5 && m.permutationP !== null && m.permutationP <= 0.1,
    ).length,
  "episodes-settled": (c, s) => c.value === s.event?.episodes.filter((e) => e.event !== null).length,
  "episodes-followed": (c, s) => c.value === s.event?.episodes.filter((e) => e.event === true).length,
};

/** Whether the event behind a part of the newest composite had a record of its own then. */
function partProven(s: ShownRisk, id: string | undefined): boolean | undefined {
  const composite = s.overview?.composite;
  const at = composite?.path.value.findLastIndex((v) => v !== null) ?? -1;
  return composite?.contributions.find((x) => x.event === id)?.proven[at];
}

/** The claims of a sentence on risk that the figures beside it deny, or that nobody knows how to check. Empty: it is true. */
export function deniedRiskClaims(headline: Headline, shown: ShownRisk): string[] {
  return headline.claims
    .filter((c) => {
      const [kind = "", id] = c.kind.split(":");
      return !HOLDS[kind]?.(c, shown, id);
    })
    .map((c) => `${c.kind} ${JSON.stringify(c)}`);
}
