import type { CycleResult, GroupResult } from "../../../models/analyses/cycleResult.ts";
import { CYCLE_GROUPS, type CycleGroup } from "../../../models/cycle/china/cycleMember.ts";
import type { Quadrant } from "../../../models/cycle/clockPosition.ts";
import type { Words } from "../../../models/indicators/indicator.ts";
import { indicatorById } from "../../../models/indicators/registry.ts";
import { slotOf } from "../../../models/series/period.ts";
import type { CycleView, Headline } from "../../routers/views.ts";
import { sayNumber, sayPeriod, saySigned } from "../say.ts";
import { screenedPlace } from "./screenedPlace.ts";

const QUADRANT: Readonly<Record<Quadrant, Words & { of: Words }>> = {
  expansion: { zh: "扩张", en: "expansion", of: { zh: "高于趋势且在上升", en: "above trend and rising" } },
  downturn: { zh: "放缓", en: "downturn", of: { zh: "高于趋势但在下降", en: "above trend but falling" } },
  slowdown: { zh: "收缩", en: "slowdown", of: { zh: "低于趋势且在下降", en: "below trend and falling" } },
  recovery: { zh: "复苏", en: "recovery", of: { zh: "低于趋势但在上升", en: "below trend but rising" } },
};
const ORDER: readonly Quadrant[] = ["expansion", "downturn", "slowdown", "recovery"];
const GROUP: Readonly<Record<CycleGroup, Words>> = {
  leading: { zh: "先行", en: "leading" },
  coincident: { zh: "一致", en: "coincident" },
  lagging: { zh: "滞后", en: "lagging" },
};
const TURN: Readonly<Record<"peak" | "trough", Words>> = {
  peak: { zh: "峰", en: "peak" },
  trough: { zh: "谷", en: "trough" },
};

const sentence = (zh: string, en: string, claims: Headline["claims"]): Headline => ({
  text: { zh, en },
  claims,
});
const counted = (n: number, one: string): string => `${n} ${one}${n === 1 ? "" : "s"}`;
const upper = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
const joined = (names: readonly string[]): string =>
  names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;

/** Every sentence that the page of the cycle says of its figures. */
export function cycleTitles(result: CycleResult): CycleView["titles"] & { headline: Headline } {
  return {
    headline: headline(result),
    sectors: clockTitle(result, "sectors"),
    groups: clockTitle(result, "groups"),
    composites: compositesTitle(result),
    turns: turnsTitle(result),
    diffusion: diffusionTitle(result),
    members: membersTitle(result),
    contributions: {
      leading: contributionsTitle(result, "leading"),
      coincident: contributionsTitle(result, "coincident"),
      lagging: contributionsTitle(result, "lagging"),
    },
  };
}

/** Where the coincident group stands, how long since its last turn, and where the leading group points. */
function headline({ clock, groups, months }: CycleResult): Headline {
  const at = (id: CycleGroup): Quadrant | null =>
    clock.groups.find((g) => g.id === id)?.quadrant.at(-1) ?? null;
  const now = at("coincident");
  const ahead = at("leading");
  const turn = groups.coincident.turns.at(-1);
  const zh: string[] = [];
  const en: string[] = [];
  const claims: Headline["claims"] = [];
  if (now) {
    zh.push(`一致指数${QUADRANT[now].of.zh}`);
    en.push(`the coincident index is ${QUADRANT[now].of.en}`);
    claims.push({ kind: `quadrant:coincident:${now}` });
  }
  if (turn) {
    const since = slotOf(months.at(-1)!, "M") - slotOf(turn.month, "M");
    const month = sayPeriod(turn.month);
    zh.push(`距${month.zh}的${TURN[turn.kind].zh}${turn.provisional ? "（未定）" : ""}已 ${since} 个月`);
    en.push(
      `${counted(since, "month")} after the ${TURN[turn.kind].en} of ${month.en}${turn.provisional ? " (provisional)" : ""}`,
    );
    claims.push({ kind: `last-turn:${turn.kind}:${turn.month}`, months: since });
  }
  if (ahead) {
    zh.push(`先行指数${QUADRANT[ahead].of.zh}`);
    en.push(`the leading index is ${QUADRANT[ahead].of.en}`);
    claims.push({ kind: `quadrant:leading:${ahead}` });
  }
  const head = now
    ? { zh: `经济处于${QUADRANT[now].zh}：`, en: `The economy is in ${QUADRANT[now].en}: ` }
    : { zh: "", en: "" };
  return sentence(`${head.zh}${zh.join("，")}。`, `${upper(`${head.en}${en.join("; ")}`)}.`, claims);
}

/** Who stands in which quarter of the clock; those without a position are left out. */
function clockTitle({ clock }: CycleResult, which: "sectors" | "groups"): Headline {
  const claims: Headline["claims"] = [];
  const zh: string[] = [];
  const en: string[] = [];
  for (const quadrant of ORDER) {
    const here = clock[which].filter((p) => p.quadrant.at(-1) === quadrant);
    if (here.length === 0) continue;
    for (const p of here) claims.push({ kind: `quadrant:${p.id}:${quadrant}` });
    zh.push(`${here.map((p) => p.name.zh).join("、")}${QUADRANT[quadrant].zh}`);
    en.push(`${joined(here.map((p) => p.name.en.toLowerCase()))} in ${QUADRANT[quadrant].en}`);
  }
  if (zh.length === 0) return sentence("最近一个月还没有位置", "No position in the newest month yet", claims);
  return sentence(zh.join("，"), upper(en.join("; ")), claims);
}

function leadWords(group: GroupResult): Words {
  const { meanLead, matched } = group.against;
  if (meanLead === null) return { zh: "没有可比的拐点", en: "has no turn to compare" };
  const size = sayNumber(Math.abs(meanLead), 1);
  const n = matched.length;
  const turns = { zh: `（${n} 个拐点）`, en: ` (${counted(n, "turn")})` };
  if (Math.abs(meanLead) < 0.5) return { zh: `基本同步${turns.zh}`, en: `turns together with it${turns.en}` };
  return meanLead > 0
    ? { zh: `平均早 ${size} 个月转向${turns.zh}`, en: `turns ${size} months earlier on average${turns.en}` }
    : { zh: `平均晚 ${size} 个月转向${turns.zh}`, en: `turns ${size} months later on average${turns.en}` };
}

/** How far ahead and behind the other groups turned, on average over the turns that all showed. */
function compositesTitle({ groups }: CycleResult): Headline {
  const [lead, lag] = [leadWords(groups.leading), leadWords(groups.lagging)];
  return sentence(
    `与一致指数相比，先行指数${lead.zh}，滞后指数${lag.zh}`,
    `Against the coincident index the leading one ${lead.en}, the lagging one ${lag.en}`,
    (["leading", "lagging"] as const).flatMap((g) => {
      const { meanLead, matched } = groups[g].against;
      return meanLead === null ? [] : [{ kind: `mean-lead:${g}`, value: meanLead, months: matched.length }];
    }),
  );
}

/** The newest turn and the odds that it stands. */
function turnsTitle({ groups }: CycleResult): Headline {
  const turn = groups.coincident.turns.at(-1);
  if (!turn) return sentence("还没有可认定的拐点", "No turning point has been found yet", []);
  const month = sayPeriod(turn.month);
  const claims: Headline["claims"] = [{ kind: `last-turn:${turn.kind}:${turn.month}` }];
  const odds = turn.odds;
  if (odds === null || odds.share === null)
    return sentence(
      `最近的拐点是${month.zh}的${TURN[turn.kind].zh}，未定：存在这么久的拐点尚无先例`,
      `The newest turn is the ${TURN[turn.kind].en} of ${month.en}, provisional: no turn of its age to go by`,
      claims,
    );
  claims.push({ kind: "odds", value: odds.share, months: odds.n });
  const share = sayNumber(100 * odds.share, 0);
  return sentence(
    `最近的拐点是${month.zh}的${TURN[turn.kind].zh}，未定：以往存在同样久的拐点 ${share}% 成立（${odds.n} 例）`,
    `The newest turn is the ${TURN[turn.kind].en} of ${month.en}, provisional: ${share}% of turns of its age stood (${counted(odds.n, "case")})`,
    claims,
  );
}

/** The share of members that rise, group by group, in the newest month. */
function diffusionTitle({ groups }: CycleResult): Headline {
  const shares = CYCLE_GROUPS.flatMap((g) => {
    const share = groups[g].diffusion.at(-1) ?? null;
    return share === null ? [] : [{ g, share }];
  });
  if (shares.length === 0)
    return sentence("最近一个月还没有扩散指数", "No diffusion index in the newest month yet", []);
  const zh = shares.map(({ g, share }) => `${GROUP[g].zh}组 ${sayNumber(share, 0)}%`).join("，");
  const en = shares.map(({ g, share }) => `${sayNumber(share, 0)}% of the ${GROUP[g].en} group`).join(", ");
  return sentence(
    `较三个月前上升的成分：${zh}`,
    `Members above their level of three months before: ${en}`,
    shares.map(({ g, share }) => ({ kind: `diffusion:${g}`, value: share })),
  );
}

/** How many members stand in the group that the screening bears out, and which do not. */
function membersTitle({ groups }: CycleResult): Headline {
  const all = CYCLE_GROUPS.flatMap((g) => groups[g].members.map((m) => ({ g, m })));
  const screened = all.filter(({ m }) => m.screening.correlation !== null);
  const odd = screened.filter(({ g, m }) => screenedPlace(m.screening, g) !== g);
  const names = odd.map(({ m }) => indicatorById(m.indicator)!.short);
  const n = screened.length;
  const claims = [
    { kind: "screened", value: n },
    { kind: "screened-agree", value: n - odd.length },
    ...odd.map(({ m }) => ({ kind: "screened-odd", indicator: m.indicator })),
  ];
  if (odd.length === 0)
    return sentence(
      `${n} 项成分的先后关系都与所在组相符`,
      `All ${n} members lead or lag as their group says`,
      claims,
    );
  return sentence(
    `${n} 项成分中 ${n - odd.length} 项的先后关系与所在组相符，${names.map((s) => s.zh).join("、")}例外`,
    `${n - odd.length} of ${n} members lead or lag as their group says; ${joined(names.map((s) => s.en))} ${names.length === 1 ? "does" : "do"} not`,
    claims,
  );
}

/** What moved a composite in its newest month, and which member brought most of it. */
function contributionsTitle({ groups, method, months }: CycleResult, group: CycleGroup): Headline {
  const { movement, members } = groups[group];
  const at = movement.findLastIndex((v) => v !== null);
  const moved = movement[at] ?? null;
  if (moved === null) return sentence("还没有可分解的变动", "Nothing to take apart yet", []);
  const month = sayPeriod(months[at]!);
  const most = members
    .map((m) => ({ m, points: m.contributions[at] ?? 0 }))
    .toSorted((a, b) => Math.abs(b.points) - Math.abs(a.points))[0]!;
  const { short } = indicatorById(most.m.indicator)!;
  const side = movedWords(moved, method);
  return sentence(
    `${month.zh}${GROUP[group].zh}指数${side.zh}，${short.zh}影响最大（${saySigned(most.points, 2)} 点）`,
    `${upper(GROUP[group].en)} index ${side.en} in ${month.en}; the largest part is ${short.en} (${saySigned(most.points, 2)} points)`,
    [
      { kind: `movement:${group}`, value: moved },
      { kind: `most:${group}`, indicator: most.m.indicator, value: most.points },
    ],
  );
}

function movedWords(moved: number, method: CycleResult["method"]): Words {
  const size = sayNumber(Math.abs(moved), 2);
  const down = moved < 0;
  if (method === "oecd")
    return down
      ? { zh: `低于趋势 ${size} 点`, en: `${size} points below trend` }
      : { zh: `高于趋势 ${size} 点`, en: `${size} points above trend` };
  if (Number(size) === 0) return { zh: "与上月持平", en: "unchanged on the month" };
  return down
    ? { zh: `较上月下降 ${size}%`, en: `down ${size}% on the month` }
    : { zh: `较上月上升 ${size}%`, en: `up ${size}% on the month` };
}
