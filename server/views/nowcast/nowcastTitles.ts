import { indicatorById } from "../../../models/indicators/registry.ts";
import type { NewsStep, NowcastResult } from "../../../models/nowcast/china/nowcastResult.ts";
import type { StageSummary } from "../../../models/nowcast/china/recordSummary.ts";
import { civil, type IsoDate, parseIsoDate } from "../../../models/series/date.ts";
import type { Headline, MovePart, NowcastTarget } from "../../routers/views.ts";
import { sayNumber, sayPeriod } from "../say.ts";
import { type NowcastMove, nowcastMove } from "./nowcastMove.ts";
import { PART_WORDS, partsOf } from "./nowcastParts.ts";

const MONTHS_EN = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
/** Moves are told to the hundredth of a point: what rounds to nothing there is no move. */
const MOVE_DECIMALS = 2;

const SUBJECT: Readonly<Record<NowcastTarget, { zh: string; en: string; up: string[]; down: string[] }>> = {
  "gdp.yoy": { zh: "国内生产总值", en: "GDP", up: ["增长", "grow"], down: ["下降", "shrink"] },
  "cpi.yoy": { zh: "居民消费价格", en: "Consumer prices", up: ["上涨", "rise"], down: ["下降", "fall"] },
  "ppi.yoy": {
    zh: "工业生产者出厂价格",
    en: "Producer prices",
    up: ["上涨", "rise"],
    down: ["下降", "fall"],
  },
};

function sayDay(day: IsoDate): { zh: string; en: string } {
  const { month, day: date } = civil(parseIsoDate(day)!);
  return { zh: `${month}月${date}日`, en: `${date} ${MONTHS_EN[month - 1]}` };
}

const points = (change: number): { zh: string; en: string } => {
  const text = sayNumber(Math.abs(change), MOVE_DECIMALS);
  return { zh: `${text} 个百分点`, en: `${text} pp` };
};
const flat = (change: number): boolean => Number(Math.abs(change).toFixed(MOVE_DECIMALS)) === 0;

/** The sentence at the top of the page: what is expected of the period, how that moved lately, and what moved it most. */
export function nowcastHeadline(
  result: Pick<NowcastResult, "period" | "density" | "steps">,
  target: NowcastTarget,
  decimals: number,
  asOf: IsoDate,
): Headline {
  const { mean } = result.density;
  const subject = SUBJECT[target];
  const period = sayPeriod(result.period);
  const size = sayNumber(Math.abs(mean), decimals);
  const [verbZh, verbEn] = mean < 0 ? subject.down : subject.up;
  const level =
    Number(size) === 0
      ? {
          zh: `${period.zh}${subject.zh}预计与上年同期持平`,
          en: `${subject.en} in ${period.en} expected unchanged on a year earlier`,
        }
      : {
          zh: `${period.zh}${subject.zh}预计同比${verbZh} ${size}%`,
          en: `${subject.en} expected to ${verbEn} ${size}% on a year earlier in ${period.en}`,
        };
  const move = nowcastMove(result.steps, asOf);
  const said = moveWords(move);
  return {
    text: { zh: `${level.zh}，${said.zh}。`, en: `${level.en}; ${said.en}.` },
    claims: [{ kind: "nowcast-mean", value: mean }, ...moveClaims(move)],
  };
}

function moveWords(move: NowcastMove | null): { zh: string; en: string } {
  if (!move) return { zh: "尚无新数据变动", en: "no news since" };
  const day = sayDay(move.to);
  const when = move.thisWeek
    ? { zh: "近一周", en: "in the last seven days" }
    : { zh: `最近一次（${day.zh}）`, en: `at the last release (${day.en})` };
  if (flat(move.change)) return { zh: `${when.zh}基本未变`, en: `hardly moved ${when.en}` };
  const size = points(move.change);
  const up = move.change > 0;
  const main = move.main
    ? { zh: `，主要来自${PART_WORDS[move.main.part].zh}`, en: `, mostly ${PART_WORDS[move.main.part].en}` }
    : { zh: "", en: "" };
  return {
    zh: `${when.zh}${up ? "上调" : "下调"} ${size.zh}${main.zh}`,
    en: `${up ? "raised" : "lowered"} ${size.en} ${when.en}${main.en}`,
  };
}

function moveClaims(move: NowcastMove | null): Headline["claims"] {
  if (!move) return [];
  const claims: Headline["claims"] = [{ kind: "nowcast-move", value: move.change }];
  if (move.main && !flat(move.change))
    claims.push({ kind: `nowcast-main:${move.main.part}`, value: move.main.impact });
  return claims;
}

/** Title of the path: from where to where since its first day, and which parts pulled most each way. */
export function pathTitle(
  { path, steps }: Pick<NowcastResult, "path" | "steps">,
  decimals: number,
): Headline {
  const first = path[0];
  const last = path.at(-1);
  if (!first || !last || steps.length === 0)
    return {
      text: { zh: "本期首个预测，尚无新数据", en: "First nowcast of the period, no news yet" },
      claims: [],
    };
  const day = sayDay(first.day);
  const change = last.density.mean - first.density.mean;
  const from = sayNumber(first.density.mean, decimals);
  const to = sayNumber(last.density.mean, decimals);
  const moved =
    from === to
      ? { zh: `${day.zh}以来保持在 ${to}% 左右`, en: `Near ${to}% since ${day.en}` }
      : {
          zh: `${day.zh}以来由 ${from}% ${change > 0 ? "上调" : "下调"}至 ${to}%`,
          en: `${change > 0 ? "Raised" : "Lowered"} from ${from}% to ${to}% since ${day.en}`,
        };
  const parts = partsOf(steps).filter((p) => !flat(p.impact));
  const up = parts.reduce<Part | null>((a, p) => (p.impact > Math.max(0, a?.impact ?? 0) ? p : a), null);
  const down = parts.reduce<Part | null>((a, p) => (p.impact < Math.min(0, a?.impact ?? 0) ? p : a), null);
  const zh = [up ? `${PART_WORDS[up.part].zh}拉高` : "", down ? `${PART_WORDS[down.part].zh}压低` : ""];
  const en = [up ? `${PART_WORDS[up.part].en} up` : "", down ? `${PART_WORDS[down.part].en} down` : ""];
  const join = (text: string[], comma: string): string => text.filter((t) => t !== "").join(comma);
  return {
    text: {
      zh: [moved.zh, join(zh, "、")].filter((t) => t !== "").join("，"),
      en: [moved.en, join(en, ", ")].filter((t) => t !== "").join("; "),
    },
    claims: [
      { kind: "path-first", value: first.density.mean },
      { kind: "path-last", value: last.density.mean },
      ...(up ? [{ kind: `path-up:${up.part}`, value: up.impact }] : []),
      ...(down ? [{ kind: `path-down:${down.part}`, value: down.impact }] : []),
    ],
  };
}

type Part = { part: MovePart; impact: number };

/** Title of one day's news: how many figures came, what they did together, and which did most, unless revisions or new estimates did. */
export function stepTitle(step: NewsStep): Headline {
  const day = sayDay(step.day);
  const n = step.items.length;
  const largest = step.items.reduce<NewsStep["items"][number] | null>(
    (a, b) => (a && Math.abs(a.impact) >= Math.abs(b.impact) ? a : b),
    null,
  );
  const what =
    n > 0
      ? { zh: `${n} 项新数据，当日`, en: `${n} new ${n === 1 ? "figure" : "figures"};` }
      : { zh: "没有新数据，因修订与重估", en: "no new figure; revisions and re-estimation" };
  const size = points(step.change);
  const moved = flat(step.change)
    ? { zh: "变动不足 0.01 个百分点", en: "moved less than 0.01 pp" }
    : {
        zh: `${step.change > 0 ? "上调" : "下调"} ${size.zh}`,
        en: `${step.change > 0 ? "raised" : "lowered"} ${size.en}`,
      };
  const rest = Math.abs(step.revisions) > Math.abs(step.parameters) ? "revisions" : "parameters";
  const besides = n > 0 && !flat(step[rest]) && Math.abs(step[rest]) > Math.abs(largest!.impact);
  const most = largest && n > 1 && !flat(largest.impact) && !besides;
  const name = besides ? PART_WORDS[rest] : most ? indicatorById(largest.indicator)!.short : null;
  return {
    text: {
      zh: `${day.zh}：${what.zh}${moved.zh}${name ? `，${name.zh}影响最大` : ""}`,
      en: `${day.en}: ${what.en} ${moved.en}${name ? `, ${name.en} most` : ""}`,
    },
    claims: [
      { kind: "step-figures", value: n },
      { kind: "step-change", value: step.change },
      ...(besides ? [{ kind: `step-besides:${rest}`, value: step[rest] }] : []),
      ...(most ? [{ kind: "step-largest", indicator: largest.indicator, value: largest.impact }] : []),
    ],
  };
}

/** Title of the record: how large errors were at a distance to publication, against the last figure carried on. */
export function recordTitle(stage: StageSummary | null): Headline {
  if (!stage)
    return {
      text: { zh: "尚无可示的历史记录", en: "No record of the past to show yet" },
      claims: [],
    };
  const naive = stage.against.naive.rmse;
  const ratio = sayNumber(stage.nowcast.rmse / naive, 2);
  const rmse = sayNumber(stage.nowcast.rmse, 2);
  const less = stage.nowcast.rmse < naive;
  return {
    text: {
      zh: `公布前 ${stage.daysBefore} 天误差 ${rmse} 个百分点，${less ? "小于" : "不小于"}沿用上期的误差（其 ${ratio} 倍）`,
      en: `${stage.daysBefore} ${stage.daysBefore === 1 ? "day" : "days"} before publication it erred by ${rmse} pp, ${less ? "less than" : "no less than"} the last figure carried on (${ratio} times it)`,
    },
    claims: [
      { kind: "record-rmse", value: stage.nowcast.rmse },
      { kind: "record-relative", value: stage.nowcast.rmse / naive },
    ],
  };
}
