import type { LightBounds, User } from "../../../db/stores/contract.ts";
import { cycle, cycleSubject } from "../../../models/analyses/cycle.ts";
import type { CycleMemberResult, CycleResult } from "../../../models/analyses/cycleResult.ts";
import type { CycleGroup } from "../../../models/cycle/china/cycleMember.ts";
import type { CompositeMethod } from "../../../models/cycle/china/groupComposites.ts";
import { NATION } from "../../../models/indicators/nation.ts";
import { indicatorById } from "../../../models/indicators/registry.ts";
import { presetById } from "../../../models/monitor/presets.ts";
import { headlineMonth } from "../../../models/monitor/readIndex.ts";
import { type WarningIndex, warningIndex } from "../../../models/monitor/warningIndex.ts";
import type { Series } from "../../../models/series/series.ts";
import type {
  CycleGroupView,
  CycleLightRow,
  CycleMemberView,
  CycleMonitor,
  CycleView,
  PresetId,
} from "../../routers/views.ts";
import type { Services } from "../../services.ts";
import { refuseAboveGrade } from "../catalogue.ts";
import { indexTitle, lightsTitle } from "../cockpit/headline.ts";
import { headlineMonthOf, indexView } from "../cockpit/indexView.ts";
import { lightRows } from "../cockpit/lightRows.ts";
import { figureOf, latestOf } from "../figure.ts";
import { passportOf } from "../passport.ts";
import { provenanceOf } from "../provenanceOf.ts";
import { cycleTitles } from "./cycleTitles.ts";
import { cycleTurnRows } from "./cycleTurnRows.ts";
import { screenedPlace } from "./screenedPlace.ts";

const LIGHT_MONTHS = 24;
const TREND_MONTHS = 60;
const CONTRIBUTION_MONTHS = 36;

/**
 * The page of the cycle in one answer. What a user may not read is refused as the composite made of it would be. Throws
 * AppError("not-enough-data") for days before the groups share five years of figures.
 */
export async function cycleView(
  s: Services,
  user: User,
  chosen: { method: CompositeMethod; preset: string; lights: PresetId },
  asOfText: string | undefined,
): Promise<CycleView> {
  const passport = passportOf(s.edition, asOfText);
  const { asOf } = passport;
  const subject = cycleSubject(chosen.preset, chosen.method);
  const reads = cycle.reads(subject);
  const preset = presetById(chosen.lights);
  refuseAboveGrade(user, [...reads, ...preset.members.map((m) => m.indicator)]);
  const members = [...new Set([...reads, ...preset.members.map((m) => m.indicator)])];
  const [made, bounds, read] = await Promise.all([
    s.analyses.get(cycle, subject, asOf),
    s.base.bounds.all(),
    s.base.observations.series(
      members.map((indicator) => ({ indicator, region: NATION })),
      { asOf },
    ),
  ]);
  const series = new Map(read.map((x) => [x.indicator, x]));
  const index = warningIndex(preset, series, bounds, asOf);
  const { result } = made;
  const { headline, ...titles } = cycleTitles(result);
  return {
    ...passport,
    preset: result.preset,
    presetName: result.presetName,
    method: result.method,
    reference: indicatorById(result.reference)!.name,
    months: result.months,
    contributionMonths: result.months.slice(-CONTRIBUTION_MONTHS),
    headline,
    titles,
    groups: {
      leading: groupView(result, "leading", series),
      coincident: groupView(result, "coincident", series),
      lagging: groupView(result, "lagging", series),
    },
    clock: result.clock,
    turns: cycleTurnRows(result),
    lacking: result.lacking,
    monitor: headlineMonth(index) === null ? null : monitorOf(index, series, bounds),
    provenance: provenanceOf(made),
  };
}

function monitorOf(
  index: WarningIndex,
  series: ReadonlyMap<string, Series>,
  bounds: readonly LightBounds[],
): CycleMonitor {
  const at = headlineMonthOf(index);
  const shown = indexView(index, bounds);
  const lights = lightRows(index, at, LIGHT_MONTHS, series, bounds).map(
    (row): CycleLightRow => ({ ...row, trend: trendOf(index, row.indicator, at) }),
  );
  return { index: shown, indexTitle: indexTitle(shown), lights, lightsTitle: lightsTitle(lights) };
}

function groupView(
  result: CycleResult,
  group: CycleGroup,
  series: ReadonlyMap<string, Series>,
): CycleGroupView {
  const { index, phases, turns, diffusion, against, movement, members } = result.groups[group];
  return {
    index,
    phases,
    turns,
    diffusion,
    against,
    movement: movement.slice(-CONTRIBUTION_MONTHS),
    members: members.map((m) => memberView(m, group, series.get(m.indicator))),
  };
}

function memberView(m: CycleMemberResult, group: CycleGroup, published: Series | undefined): CycleMemberView {
  const indicator = indicatorById(m.indicator)!;
  const place = screenedPlace(m.screening, group);
  return {
    indicator: m.indicator,
    name: indicator.name,
    short: indicator.short,
    standsFor: m.standsFor,
    weight: m.weight,
    screening: m.screening,
    latest: figureOf(indicator, NATION, published ? latestOf(published) : null),
    contributions: m.contributions.slice(-CONTRIBUTION_MONTHS),
    estimated: m.estimated.slice(-CONTRIBUTION_MONTHS).filter((v) => v === 1).length,
    place,
    agrees: place === null ? null : place === group,
  };
}

/** The figures that a member's light judges, over the months of the small line. */
function trendOf(index: WarningIndex, indicator: string, at: number): (number | null)[] {
  const path = index.members.find((m) => m.member.indicator === indicator);
  return (path?.states ?? []).slice(Math.max(0, at + 1 - TREND_MONTHS), at + 1).map((state) => state.value);
}
