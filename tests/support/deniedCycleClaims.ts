import type { CycleResult } from "../../models/analyses/cycleResult.ts";
import { CYCLE_GROUPS, type CycleGroup } from "../../models/cycle/china/cycleMember.ts";
import type { Headline } from "../../server/routers/views.ts";

type Claim = Headline["claims"][number];

const groupOf = (id: string | undefined): CycleGroup => CYCLE_GROUPS.find((g) => g === id)!;
const members = (r: CycleResult) =>
  CYCLE_GROUPS.flatMap((group) => r.groups[group].members.map((m) => ({ group, m })));

/** By how the lags of the screening read, without the code that wrote the sentence. */
function agrees({ group, m }: ReturnType<typeof members>[number]): boolean {
  const lag = m.screening.correlation!.lag;
  return group === "leading" ? lag <= -1 : group === "lagging" ? lag >= 1 : lag >= -2 && lag <= 2;
}

const HOLDS: Readonly<Record<string, (c: Claim, r: CycleResult, of: readonly string[]) => boolean>> = {
  quadrant: (_, r, [id, quadrant]) => {
    const path = [...r.clock.groups, ...r.clock.sectors].find((p) => p.id === id)!;
    const level = path.level.at(-1)!;
    const change = path.change.at(-1)!;
    const side = { expansion: [1, 1], downturn: [1, -1], slowdown: [-1, -1], recovery: [-1, 1] }[quadrant!]!;
    return level * side[0]! > 0 && change * side[1]! > 0;
  },
  "last-turn": (c, r, [kind, month]) => {
    const last = r.groups.coincident.turns.at(-1)!;
    const since = r.months.length - 1 - r.months.indexOf(month!);
    return last.kind === kind && last.month === month && (c.months === undefined || c.months === since);
  },
  "mean-lead": (c, r, [id]) => {
    const leads = r.groups[groupOf(id)].against.matched.map((m) => m.lead);
    const mean = leads.reduce((a, b) => a + b, 0) / leads.length;
    return c.months === leads.length && Math.abs(c.value! - mean) < 1e-9;
  },
  odds: (c, r) => {
    const { odds } = r.groups.coincident.turns.at(-1)!;
    return odds!.share === c.value && odds!.n === c.months;
  },
  diffusion: (c, r, [id]) => r.groups[groupOf(id)].diffusion.at(-1) === c.value,
  screened: (c, r) => members(r).filter(({ m }) => m.screening.correlation).length === c.value,
  "screened-agree": (c, r) => members(r).filter(agrees).length === c.value,
  "screened-odd": (c, r) => members(r).some((x) => x.m.indicator === c.indicator && !agrees(x)),
  movement: (c, r, [id]) => r.groups[groupOf(id)].movement.at(-1) === c.value,
  most: (c, r, [id]) => {
    const all = r.groups[groupOf(id)].members.map((m) => [m.indicator, m.contributions.at(-1)!] as const);
    return all.every(([other, v]) =>
      other === c.indicator ? v === c.value : Math.abs(v) <= Math.abs(c.value!),
    );
  },
};

/** The claims of a sentence that the result denies, or that nobody knows how to check. Empty: the sentence is true. */
export function deniedCycleClaims(headline: Headline, result: CycleResult): string[] {
  return headline.claims
    .filter((c) => {
      const [kind = "", ...of] = c.kind.split(":");
      return !HOLDS[kind]?.(c, result, of);
    })
    .map((c) => JSON.stringify(c));
}
