import type { User } from "../../../db/stores/contract.ts";
import { nowcast } from "../../../models/analyses/nowcast.ts";
import {
  type AnnualTarget,
  type TargetKind,
  targetInForce,
} from "../../../models/indicators/annualTargets.ts";
import type { Words } from "../../../models/indicators/indicator.ts";
import { NATION } from "../../../models/indicators/nation.ts";
import { indicatorById } from "../../../models/indicators/registry.ts";
import { dueDay } from "../../../models/nowcast/china/dueDay.ts";
import type { NowcastResult } from "../../../models/nowcast/china/nowcastResult.ts";
import { recordSummary, type StageSummary } from "../../../models/nowcast/china/recordSummary.ts";
import { civil, type IsoDate, parseIsoDate } from "../../../models/series/date.ts";
import { spanOf } from "../../../models/series/period.ts";
import type { Made } from "../../analyses/analyses.ts";
import type {
  ImpliedYear,
  NamedIndicator,
  NowcastShown,
  NowcastTarget,
  NowcastView,
  RecordProgress,
} from "../../routers/views.ts";
import type { Services } from "../../services.ts";
import { ABOVE_GRADE, indicatorFor, maySeeAll, sourceWords } from "../catalogue.ts";
import { passportOf } from "../passport.ts";
import { provenanceOf } from "../provenanceOf.ts";
import { whyRefused } from "../whyRefused.ts";
import { impliedYear } from "./impliedYear.ts";
import { askForMissing, type KeptRecord, keptRecord } from "./keptRecord.ts";
import { nowcastChances } from "./nowcastChances.ts";
import { PART_WORDS, partsOf } from "./nowcastParts.ts";
import { nowcastHeadline, pathTitle, stepTitle } from "./nowcastTitles.ts";
import { stageNow } from "./stageNow.ts";

const GOALS: Readonly<Partial<Record<NowcastTarget, TargetKind>>> = { "gdp.yoy": "gdp", "cpi.yoy": "cpi" };
/** Running amounts by which the quarters of a year are weighed. */
const LEVELS: Readonly<Partial<Record<NowcastTarget, string>>> = { "gdp.yoy": "gdp.ytd" };

const METHOD: Readonly<Record<NowcastResult["method"], Words>> = {
  "factor-model": { zh: "混频动态因子模型", en: "mixed-frequency dynamic factor model" },
  bridge: { zh: "桥接方程", en: "bridge equations" },
  autoregression: { zh: "自回归", en: "autoregression" },
};

/** A result made of a figure above one's grade is refused as that figure is, and so is its record. */
const NOT_YOURS = {
  headline: { text: ABOVE_GRADE, claims: [] },
  shown: null,
  why: ABOVE_GRADE,
  record: null,
  quietRecord: null,
  progress: { kept: 0, of: 0 },
  indicators: {},
} satisfies Partial<NowcastView>;

type Failing = "none" | "lost-to-naive" | "too-few";
const WITHHELD: Readonly<Record<Failing, Words>> = {
  none: {
    zh: "截至当时没有可评分的过往期数，误差不可知，因此不展示即时预测。",
    en: "No past period could be scored by then, so the error of the nowcast is not known and it is not shown.",
  },
  "lost-to-naive": {
    zh: "在离公布这么远的时点，即时预测过往的误差不小于沿用上期数，因此不展示；离公布更近时再看。",
    en: "This far from publication the nowcast has not erred less than the last figure carried on, so it is not shown; look again nearer to publication.",
  },
  "too-few": {
    zh: "截至当时，可评分的过往期数不足，尚不能判断即时预测是否胜过沿用上期数，因此不展示。",
    en: "Too few past periods could be scored by then to tell whether the nowcast beats the last figure carried on, so it is not shown.",
  },
};
const RESEARCH: Readonly<Record<Failing, Words>> = {
  none: {
    zh: "研究用：截至当时没有可评分的过往期数，误差不可知，不向领导展示。",
    en: "For research: no past period could be scored by then; leaders do not see it.",
  },
  "lost-to-naive": {
    zh: "研究用：在离公布这么远的时点，过往误差不小于沿用上期数，不向领导展示。",
    en: "For research: this far from publication it has not erred less than the last figure carried on; leaders do not see it.",
  },
  "too-few": {
    zh: "研究用：可评分的过往期数不足，不向领导展示。",
    en: "For research: too few past periods could be scored; leaders do not see it.",
  },
};
const NOTHING_TOLD: Words = {
  zh: "截至当时，可用数据不足，无法作出即时预测。",
  en: "Too little was known by that day to tell a nowcast.",
};

const NOT_TOLD: Words = {
  zh: "该指标还没有即时预测模型。",
  en: "There is no nowcast of this indicator yet.",
};

/** While years of the record are still to come, it cannot be judged: no other reason holds yet. */
const unfinished = ({ kept, of }: RecordProgress, withheld: boolean): Words =>
  withheld
    ? {
        zh: `历史记录正在补算（已完成 ${kept}/${of} 年），误差确定前暂不展示即时预测。`,
        en: `The record of the past is being worked out (${kept} of ${of} years); until its error is known the nowcast is not shown.`,
      }
    : {
        zh: `研究用：历史记录正在补算（已完成 ${kept}/${of} 年），误差尚不确定。`,
        en: `For research: the record of the past is being worked out (${kept} of ${of} years).`,
      };

/** The nowcast of a target as a day knew it: where it stands, how sure it is, why it moved, and how it did at this distance before. */
export async function nowcastView(
  s: Services,
  user: User,
  target: NowcastTarget,
  asOfText: string | undefined,
): Promise<NowcastView> {
  const passport = passportOf(s.edition, asOfText);
  const { asOf } = passport;
  const indicator = indicatorFor(user, target);
  const about = {
    ...passport,
    target,
    name: indicator.short,
    unit: indicator.unit,
    decimals: indicator.decimals,
    source: sourceWords(indicator),
    parts: { ...PART_WORDS },
  };
  const reads = nowcast.subjects.includes(target) ? nowcast.reads(target) : [];
  if (!maySeeAll(user, reads)) return { ...about, ...NOT_YOURS };
  const [answer, record] = await Promise.all([told(s, target, asOf), keptRecord(s, target, asOf)]);
  const made = "refused" in answer ? null : answer;
  const summary = recordSummary(record.periods, asOf);
  const stage = made && stageNow(summary, asOf, made.result.due);
  const standing = stage?.standing ?? "none";
  const progress = standing === "passed" ? record.progress : await progressOf(s, record, asOf);
  const withheld = standing !== "passed" && user.role === "leader";
  const shown =
    made && !withheld
      ? await shownOf(s, made, target, indicator.decimals, asOf, summary, user.role === "leader")
      : null;
  return {
    ...about,
    headline: shown
      ? nowcastHeadline(made!.result, target, indicator.decimals, asOf)
      : {
          text: {
            zh: `${indicator.short.zh}：暂无可采信的即时预测`,
            en: `${indicator.short.en}: no nowcast that has earned trust`,
          },
          claims: [],
        },
    shown,
    why:
      "refused" in answer
        ? answer.refused
        : standing === "passed"
          ? null
          : progress.kept < progress.of
            ? unfinished(progress, withheld)
            : (withheld ? WITHHELD : RESEARCH)[standing],
    record: seen(stage, user),
    quietRecord: seen(
      summary.find((x) => x.sample === "without-2020-2021" && x.daysBefore === stage?.daysBefore) ?? null,
      user,
    ),
    progress,
    indicators: shown ? namesOf(reads) : {},
  };
}

/** Years of the record, without those of which the day knew too little to ever tell. */
async function progressOf(s: Services, record: KeptRecord, asOf: IsoDate): Promise<RecordProgress> {
  const { kept, of } = record.progress;
  const { refused } = await askForMissing(s, record, asOf);
  return { kept, of: of - refused };
}

/** A leader never reads a record that did not pass. */
function seen(stage: StageSummary | null, user: User): StageSummary | null {
  return stage && user.role === "leader" && stage.standing !== "passed" ? null : stage;
}

/** The nowcast, or why the day has none. */
async function told(
  s: Services,
  target: NowcastTarget,
  asOf: IsoDate,
): Promise<Made<NowcastResult> | { refused: Words }> {
  if (!nowcast.subjects.includes(target)) return { refused: NOT_TOLD };
  try {
    return await s.analyses.get(nowcast, target, asOf);
  } catch (error) {
    return { refused: whyRefused(error, NOTHING_TOLD) };
  }
}

async function shownOf(
  s: Services,
  made: Made<NowcastResult>,
  target: NowcastTarget,
  decimals: number,
  asOf: IsoDate,
  summary: readonly StageSummary[],
  leader: boolean,
): Promise<NowcastShown> {
  const { result } = made;
  const { year } = civil(spanOf(result.period).end);
  const kind = GOALS[target];
  const goal = kind ? targetInForce(kind, year, asOf) : null;
  return {
    period: result.period,
    day: made.day,
    specification: result.specification,
    hash: result.hash,
    method: METHOD[result.method],
    density: result.density,
    next: result.next && nextOf(result.next, target, summary, asOf, leader),
    before: result.before,
    due: result.due,
    chances: nowcastChances(result, target, decimals, goal),
    year: await yearOf(s, result, target, goal, asOf),
    pathTitle: pathTitle(result, decimals),
    path: result.path,
    steps: result.steps.map((step) => ({ ...step, title: stepTitle(step), parts: partsOf([step]) })),
    members: result.members,
    provenance: provenanceOf(made),
  };
}

/** The period after, with its own record: one farther from publication than any record reaches has none. */
function nextOf(
  next: NonNullable<NowcastResult["next"]>,
  target: NowcastTarget,
  summary: readonly StageSummary[],
  asOf: IsoDate,
  leader: boolean,
): NowcastShown["next"] {
  const due = dueDay(target, next.period);
  const stage = due === null ? null : stageNow(summary, asOf, due);
  const reached = stage !== null && stage.daysBefore >= parseIsoDate(due!)! - parseIsoDate(asOf)!;
  const record = reached ? stage : null;
  return leader && record?.standing !== "passed" ? null : { ...next, record };
}

async function yearOf(
  s: Services,
  result: NowcastResult,
  target: NowcastTarget,
  goal: AnnualTarget | null,
  asOf: IsoDate,
): Promise<ImpliedYear | null> {
  const level = LEVELS[target];
  const ids = [target, ...(level ? [level] : [])];
  const [known, amounts] = await s.base.observations.series(
    ids.map((indicator) => ({ indicator, region: NATION })),
    { asOf },
  );
  const { year } = civil(spanOf(result.period).end);
  // The goal of the year before says nothing of what this year needs.
  return impliedYear(result, known!, amounts ?? null, goal?.year === year ? goal.value : null);
}

function namesOf(ids: readonly string[]): Record<string, NamedIndicator> {
  return Object.fromEntries(
    ids.map((id) => {
      const i = indicatorById(id)!;
      return [
        id,
        { name: i.name, short: i.short, unit: i.unit, decimals: i.decimals, source: sourceWords(i) },
      ];
    }),
  );
}
